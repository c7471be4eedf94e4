using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Certificates;

/// <summary>A certificate that a manifest declares, before it is constructed.</summary>
internal sealed class DeclaredCertificate(string name, Func<CertificateProps?> props) : ICertificate
{
    public Value<string> Arn { get; } = Expression.Attribute("aws_acm_certificate_validation", name, "certificate_arn");

    public CertificateProps? Props => props();

    public override string ToString() => name;
}
