using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Certificates;

/// <summary>A certificate that a listener presents: one of this app's, or an existing one.</summary>
[Reference("certificates", Existing = "arn")]
public interface ICertificate
{
    /// <summary>The certificate's ARN. For a certificate of this app it is known once ACM has validated it, so that what uses it waits.</summary>
    Value<string> Arn { get; }

    /// <summary>What it was declared with, or null for an existing certificate.</summary>
    CertificateProps? Props { get; }
}
