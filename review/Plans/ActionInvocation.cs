using System.Text.Json;

namespace Orchestrator.Review.Plans;

/// <summary>
/// An action of Terraform 1.14 that the apply invokes: it does something that is no change of a resource, such as starting a function.
/// Source: <c>action_invocations</c> and <c>deferred_action_invocations</c> of the JSON plan format 1.2.
/// </summary>
public sealed class ActionInvocation
{
    internal ActionInvocation(JsonElement json, string? deferredBecause = null)
    {
        Address = JsonText.Of(json, "address") ?? "";
        Type = JsonText.Of(json, "type") ?? "";
        Provider = JsonText.Of(json, "provider_name") ?? "";
        DeferredBecause = deferredBecause;
        var trigger = JsonText.Member(json, "lifecycle_action_trigger");
        TriggeredBy = JsonText.Of(trigger, "triggering_resource_address");
        Event = JsonText.Of(trigger, "action_trigger_event");
        Trigger = trigger;
        Config = new PlanValue(JsonText.Member(json, "config_values"), JsonText.Member(json, "config_unknown"), JsonText.Member(json, "config_sensitive"));
    }

    /// <summary>The address in Terraform: <c>action.aws_lambda_invoke.sync</c>.</summary>
    public string Address { get; }

    /// <summary>The action's type: <c>aws_lambda_invoke</c>.</summary>
    public string Type { get; }

    /// <summary>The provider's full name.</summary>
    public string Provider { get; }

    /// <summary>The address of the resource whose change triggers it; null where it is invoked by <c>-invoke</c>.</summary>
    public string? TriggeredBy { get; }

    /// <summary>The event of that resource: <c>AfterUpdate</c>.</summary>
    public string? Event { get; }

    /// <summary>Why the plan leaves it to a later one; null where it does not.</summary>
    public string? DeferredBecause { get; }

    /// <summary>Its arguments.</summary>
    public PlanValue Config { get; }

    /// <summary>What triggers it, as the plan says it: also which of several, which decides the order.</summary>
    internal JsonElement Trigger { get; }
}
