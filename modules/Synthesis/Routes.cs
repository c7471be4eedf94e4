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

    private readonly Dictionary<Value<string>, List<string>> _addresses = [];
    private readonly Dictionary<Value<string>, List<(TerraformResource Resource, List<string> DependsOn)>> _dependents = [];
    private readonly Dictionary<Value<string>, List<(TerraformResource Resource, string Action)>> _actions = [];
    private readonly HashSet<Value<string>> _changedElsewhere = [];

    /// <summary>The routes of a stack, and of those that it is wired with.</summary>
    internal static Routes Of(StackModel model) => Known.GetOrCreateValue(model.Made);

    /// <summary>Notes that a listener or a rule forwards to target groups.</summary>
    /// <param name="resource">The listener or the rule.</param>
    /// <param name="action">The attribute that says where it forwards to.</param>
    /// <param name="address">Its address, <c>aws_lb_listener.web_http</c>.</param>
    /// <param name="targetGroupArns">The target groups.</param>
    internal void Add(TerraformResource resource, string action, string address, IEnumerable<Value<string>> targetGroupArns)
    {
        foreach (var arn in targetGroupArns)
        {
            Add(_actions, arn, (resource, action));
            if (_changedElsewhere.Contains(arn))
            {
                Leave(resource, action);
            }
            Add(_addresses, arn, address);
            foreach (var (dependent, dependsOn) in _dependents.GetValueOrDefault(arn) ?? [])
            {
                dependsOn.Add(address);
                Set(dependent, dependsOn);
            }
        }
    }

    /// <summary>Makes a resource depend on all that forwards to the target groups, now or later, and on other things.</summary>
    internal void AddDependent(TerraformResource resource, IEnumerable<Value<string>> targetGroupArns, IEnumerable<string> others)
    {
        var dependsOn = others.ToList();
        foreach (var arn in targetGroupArns)
        {
            dependsOn.AddRange(_addresses.GetValueOrDefault(arn) ?? []);
            Add(_dependents, arn, (resource, dependsOn));
        }
        Set(resource, dependsOn);
    }

    /// <summary>Leaves what forwards to a target group, now or later, as Terraform finds it: something else changes it at each deployment.</summary>
    internal void LeaveActions(Value<string> targetGroupArn)
    {
        _changedElsewhere.Add(targetGroupArn);
        foreach (var (resource, action) in _actions.GetValueOrDefault(targetGroupArn) ?? [])
        {
            Leave(resource, action);
        }
    }

    private static void Leave(TerraformResource resource, string action) => Kernel.Override(resource, "lifecycle.ignore_changes", new[] { action });

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
