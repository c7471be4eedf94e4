namespace Orchestrator.Lambda.Dns;

/// <summary>A server gave no answer that can be used.</summary>
internal sealed class DnsQueryException : Exception
{
    internal DnsQueryException(string message) : base(message)
    {
    }

    internal DnsQueryException(string message, Exception cause) : base(message, cause)
    {
    }
}
