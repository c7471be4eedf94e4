using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Iam;

/// <summary>Whom a statement of a resource's policy is about.</summary>
/// <param name="Kind">The kind as IAM spells it: <c>Service</c>, <c>AWS</c>, <c>Federated</c>; <c>*</c> for everybody.</param>
/// <param name="Ids">The services' names or the ARNs; none for everybody.</param>
public sealed record PolicyPrincipal(string Kind, params IReadOnlyList<Value<string>> Ids)
{
    /// <summary>Everybody. Only with conditions, or in what denies.</summary>
    public static PolicyPrincipal Everybody { get; } = new("*");

    /// <summary>An AWS service, <c>ecs-tasks.amazonaws.com</c>.</summary>
    public static PolicyPrincipal Service(Value<string> name) => new("Service", name);
}
