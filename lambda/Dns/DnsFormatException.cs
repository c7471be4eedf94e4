namespace Orchestrator.Lambda.Dns;

/// <summary>Octets are not a DNS message, or not one that answers a query.</summary>
internal sealed class DnsFormatException(string message) : Exception(message);
