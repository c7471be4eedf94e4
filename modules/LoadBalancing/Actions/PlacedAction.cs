using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>An action with where it stands: in a listener or in one of its rules.</summary>
/// <param name="Place">The listener or rule.</param>
/// <param name="Property">The property that has the action.</param>
/// <param name="Action">The action.</param>
/// <param name="Listener">The listener; null where it is not known.</param>
internal sealed record PlacedAction(Declaration Place, string Property, ListenerAction Action, Declaration? Listener)
{
    /// <summary>The listener's protocol; null where it is not known.</summary>
    internal Value<ApplicationProtocol>? Protocol => Listener?.Props switch
    {
        ApplicationListenerProps listener => listener.Protocol,
        ExistingApplicationListenerProps listener => listener.Protocol,
        _ => null,
    };

    /// <summary>The listener's port; null where it is not known.</summary>
    internal Value<int>? Port => (Listener?.Props as ApplicationListenerProps)?.Port;

    /// <summary>All actions, in the order of their declaration.</summary>
    internal static IEnumerable<PlacedAction> In(Model model)
    {
        var listeners = new ListenersByArn(model);
        foreach (var declaration in model.Declarations)
        {
            if (declaration.Props is ApplicationListenerProps listener)
            {
                yield return new PlacedAction(declaration, "defaultAction", listener.DefaultAction, declaration);
            }
            else if (declaration is Declaration<ApplicationListenerRuleProps> rule)
            {
                yield return new PlacedAction(rule, "action", rule.Props.Action, listeners.Of(rule));
            }
        }
    }
}
