using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Certificates;

/// <summary>One more domain name of a certificate.</summary>
public sealed record SubjectAlternativeNameProps
{
    /// <summary>The domain name, at most 253 characters: <c>www.example.com</c> or <c>*.example.com</c>.</summary>
    public required Value<string> DomainName { get; init; }

    /// <summary>The public hosted zone that its validation record goes to. The certificate's own unless set.</summary>
    public IHostedZone? Zone { get; init; }
}
