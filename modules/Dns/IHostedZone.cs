using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>A hosted zone of Route 53 that a record goes to: one of this app's, or an existing one.</summary>
[Reference("hostedZones", "existingHostedZones", Existing = "id")]
public interface IHostedZone
{
    /// <summary>The zone's id, <c>Z0123456789ABCDEFGHIJ</c>.</summary>
    Value<string> Id { get; }

    /// <summary>The zone's domain name, <c>example.com</c>; null where it is not known.</summary>
    Value<string>? Name { get; }

    /// <summary>What it was declared with, or null for an existing zone.</summary>
    HostedZoneProps? Props { get; }
}
