using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Certificates;

/// <summary>A certificate that something else made.</summary>
/// <param name="Arn">Its ARN, in ACM or, for a server certificate, in IAM.</param>
public sealed record ExistingCertificate(Value<string> Arn) : ICertificate
{
    /// <inheritdoc/>
    public CertificateProps? Props => null;

    /// <inheritdoc/>
    public override string ToString() => Arn.ToString();
}
