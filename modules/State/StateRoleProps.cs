using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.State;

/// <summary>A role that Terraform takes on to read and write state.</summary>
public sealed record StateRoleProps : IProps
{
    /// <summary>The role's ARN.</summary>
    public required Value<string> RoleArn { get; init; }

    /// <summary>What the role's trust policy wants to hear from outside its account. Nothing unless set.</summary>
    public Value<string>? ExternalId { get; init; }

    /// <summary>What the session is called in CloudTrail. A name of Terraform's own unless set.</summary>
    public Value<string>? SessionName { get; init; }
}
