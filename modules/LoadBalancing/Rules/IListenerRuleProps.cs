using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What makes a rule of a listener, wherever it is declared: in the listener itself, or by what receives the requests.</summary>
public interface IListenerRuleProps : IProps
{
    /// <summary>The listener; null where the rule is declared in it.</summary>
    IApplicationListener? Listener { get; }

    /// <summary>Its place among the listener's rules, 1 to 50000, the lowest first.</summary>
    Value<int>? Priority { get; }

    /// <summary>Which requests it is for.</summary>
    RuleConditionsProps Conditions { get; }
}
