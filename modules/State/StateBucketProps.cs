using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.State;

/// <summary>
/// A bucket for the states of many stacks: versioned, encrypted with a KMS key of its own, closed to the public and to connections without
/// TLS, guarded by <c>prevent_destroy</c>; with a policy each for who plans and who applies.
/// </summary>
public sealed record StateBucketProps : IProps
{
    /// <summary>The bucket's name, 3 to 63 lower-case letters, digits, hyphens and dots, unique in the whole of AWS.</summary>
    public required Value<string> Name { get; init; }

    /// <summary>The days after which a version of a state that was replaced may go; the ten newest stay in any case. 90 unless set.</summary>
    public Value<int> OldVersionDays { get; init; } = 90;

    /// <summary>
    /// The GitHub repository, <c>owner/name</c>, whose workflows may take on the two roles by OpenID Connect: pull requests the role that plans,
    /// jobs of <see cref="Environment"/> on <see cref="Branch"/> the one that applies. No roles unless set.
    /// </summary>
    public string? GitHubRepository { get; init; }

    /// <summary>
    /// The ARN of the account's OpenID Connect provider of GitHub, where it has one: IAM takes no second one of an address. The provider must know the
    /// audience sts.amazonaws.com. One is made unless set.
    /// </summary>
    public string? GitHubProviderArn { get; init; }

    /// <summary>
    /// What the names of the roles, of the policies and of the key's alias begin with: <c>PREFIX-plan</c>, <c>PREFIX-state-plan</c>, <c>alias/PREFIX-state</c>. IAM's
    /// names are of one account and all of its regions, so a second bucket in an account needs another. <c>terraform</c> unless set.
    /// </summary>
    public string Prefix { get; init; } = DefaultPrefix;

    /// <summary>The beginning of names unless another is set.</summary>
    public const string DefaultPrefix = "terraform";

    /// <summary>The environment of GitHub whose jobs may apply. <c>production</c> unless set.</summary>
    public string Environment { get; init; } = "production";

    /// <summary>
    /// The branch whose jobs may apply: a workflow in any branch may name the environment. <c>main</c> unless set. AWS compares it with the token's
    /// <c>ref</c> since January 2026 (AWS STS, condition keys of GitHub).
    /// </summary>
    public string Branch { get; init; } = "main";
}
