using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.State;

/// <summary>
/// State in an S3 bucket. It is always encrypted, and always locked by an object beside it, <c>KEY.tflock</c>, which S3 itself keeps two from
/// making; no table of DynamoDB is needed. Of credentials, none can be given: Terraform takes those of the AWS SDK.
/// </summary>
[RefusesUnknownKeys("STATE170")]
public sealed record S3BackendProps : IProps
{
    /// <summary>The bucket, which exists. <c>state bootstrap</c> makes one.</summary>
    public required Value<string> Bucket { get; init; }

    /// <summary>
    /// The state's key: no slash at either end, none doubled. <c>&lt;app&gt;</c>, <c>&lt;environment&gt;</c> and <c>&lt;stack&gt;</c> stand for the manifest's
    /// application and environment, and the stack's name. <c>&lt;app&gt;/&lt;environment&gt;/&lt;stack&gt;.tfstate</c> unless set.
    /// </summary>
    public Value<string>? Key { get; init; }

    /// <summary>The bucket's region. In a manifest, the manifest's unless set.</summary>
    [DefaultsTo("region")]
    public required Value<string> Region { get; init; }

    /// <summary>The KMS key that encrypts the state: its id or its ARN. The bucket's own default encryption unless set.</summary>
    public Value<string>? KmsKeyId { get; init; }

    /// <summary>A role that Terraform takes on for the state, and for nothing else. None unless set.</summary>
    public StateRoleProps? AssumeRole { get; init; }
}
