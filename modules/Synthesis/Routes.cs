using System.Runtime.CompilerServices;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Synthesis;

/// <summary>
/// Which listeners and rules forward to which target group. ECS refuses to register tasks in a group that no load balancer uses yet, and
/// nothing that a service says names its listeners; so the dependency is wired here, whichever of the two is made first.
/// </summary>
internal sealed class Routes
{
    private static readonly ConditionalWeakTable<MadeConstructs, Routes> Known = [];

    private readonly Dictionary<Value<string>, List<Route>> _routes = [];
    private readonly Dictionary<Value<string>, List<Action<Route>>> _waiting = [];

    /// <summary>The routes of a stack, and of those that it is wired with.</summary>
    internal static Routes Of(StackModel model) => Known.GetOrCreateValue(model.Made);

    /// <summary>Notes that something forwards to target groups.</summary>
    internal void Add(Route route, IEnumerable<Value<string>> targetGroupArns)
    {
        foreach (var arn in targetGroupArns)
        {
            Add(_routes, arn, route);
            foreach (var action in _waiting.GetValueOrDefault(arn)?.ToList() ?? [])
            {
                action(route);
            }
        }
    }

    /// <summary>Does something with all that forwards to a target group, now or later.</summary>
    internal void WhenForwarded(Value<string> targetGroupArn, Action<Route> action)
    {
        foreach (var route in _routes.GetValueOrDefault(targetGroupArn)?.ToList() ?? [])
        {
            action(route);
        }
        Add(_waiting, targetGroupArn, action);
    }

    /// <summary>Makes a resource depend on all that forwards to the target groups, now or later, and on other things.</summary>
    internal void AddDependent(TerraformResource resource, IEnumerable<Value<string>> targetGroupArns, IEnumerable<string> others)
    {
        var dependsOn = others.ToList();
        Set(resource, dependsOn);
        foreach (var arn in targetGroupArns)
        {
            WhenForwarded(arn, route =>
            {
                dependsOn.Add(route.Address);
                Set(resource, dependsOn);
            });
        }
    }

    private static void Set(TerraformResource resource, List<string> addresses)
    {
        if (addresses.Count > 0)
        {
            Kernel.SetDependsOn(resource, [.. addresses.Distinct().Order(StringComparer.Ordinal)]);
        }
    }

    private static void Add<T>(Dictionary<Value<string>, List<T>> map, Value<string> key, T item)
    {
        if (!map.TryGetValue(key, out var items))
        {
            map[key] = items = [];
        }
        items.Add(item);
    }
}
