using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>
/// Where a secret is: exactly one of a Secrets Manager secret, which Terraform reads when it runs, and a variable, which whoever runs
/// Terraform sets. Either way Terraform keeps the value in its state: encrypt it.
/// </summary>
public sealed record SecretReferenceProps
{
    /// <summary>A Secrets Manager secret's ARN or name.</summary>
    public Value<string>? SecretId { get; init; }

    /// <summary>The key whose value is meant, where the secret is a JSON object. The whole secret unless set.</summary>
    public string? JsonKey { get; init; }

    /// <summary>The name of a sensitive Terraform variable, which the stack declares.</summary>
    public string? Variable { get; init; }

    /// <summary>The secret as an expression; in a published module, whose variables hold it.</summary>
    internal Expression? Expression { get; init; }
}
