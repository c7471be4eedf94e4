using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Finds the listeners that rules belong to.</summary>
internal sealed class ListenersByArn
{
    private readonly Dictionary<Value<string>, Declaration> _listeners = [];

    internal ListenersByArn(Model model)
    {
        foreach (var listener in model.Declarations.Where(declaration => declaration.Props is ApplicationListenerProps or ExistingApplicationListenerProps))
        {
            _listeners.TryAdd(listener.Props is ExistingApplicationListenerProps existing ? existing.Arn : Expression.Attribute("aws_lb_listener", listener.LogicalId, "arn"), listener);
        }
    }

    /// <summary>The listener of a rule: the one that it names, or the one that it is declared in. Null where neither is known.</summary>
    internal Declaration? Of(Declaration<ApplicationListenerRuleProps> rule) =>
        rule.Props.Listener is { } listener ? _listeners.GetValueOrDefault(listener.Arn)
        : rule.Parent?.Props is ApplicationListenerProps or ExistingApplicationListenerProps ? rule.Parent
        : null;
}
