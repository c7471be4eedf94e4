using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Certificates that a listener chooses by the name that a client asks for (SNI).</summary>
internal static class AdditionalCertificates
{
    /// <summary>Adds them to a listener.</summary>
    internal static void Add(ModuleConstruct listener, Value<string> arn, IReadOnlyDictionary<string, ICertificate> certificates)
    {
        foreach (var (name, certificate) in certificates)
        {
            listener.Make<Aws.LbListenerCertificate.LbListenerCertificate>(
                $"certificate-{name}",
                new Aws.LbListenerCertificate.LbListenerCertificateConfig
                {
                    ListenerArn = Emit.Text(arn)!,
                    CertificateArn = Emit.Text(certificate.Arn)!,
                },
                name);
        }
    }
}
