using System.Net;

namespace Orchestrator.Lambda.Dns;

/// <summary>The resolvers that the system is configured with.</summary>
internal static class SystemResolvers
{
    internal const int Port = 53;
    internal const string File = "/etc/resolv.conf";

    /// <summary>The servers that lines beginning with "nameserver" name, in their order.</summary>
    internal static IReadOnlyList<IPEndPoint> Read(IEnumerable<string> lines) =>
    [
        .. lines
            .Select(line => line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length >= 2 && words[0] == "nameserver")
            .Select(words => IPAddress.TryParse(words[1], out var address) ? new IPEndPoint(address, Port) : null)
            .OfType<IPEndPoint>(),
    ];
}
