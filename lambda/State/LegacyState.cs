using System.Net;
using System.Text.Json;

namespace Orchestrator.Lambda.State;

/// <summary>
/// What the Python function that AWS published left in its bucket: the addresses that it had found (active) and those that it was about to remove
/// (pending). The first generation wrote the JSON of a JSON text; the second, in a directory of the load balancer's name, plain JSON.
/// </summary>
internal static class LegacyState
{
    private const string AddressList = "IPList";

    /// <summary>The keys of both generations.</summary>
    internal static IReadOnlyList<string> Keys(string loadBalancer) =>
    [
        $"{loadBalancer}-active-registered-IPs/Active IP list of {loadBalancer}.json",
        $"{loadBalancer}-pending-deregisteration-IPs/Pending deregisteration IP list of {loadBalancer}.json",
        $"{loadBalancer}/active_ip.json",
        $"{loadBalancer}/pending_ip.json",
    ];

    /// <summary>The addresses in one of its objects.</summary>
    /// <exception cref="UnreadableStateException">It is not one of its objects.</exception>
    internal static IReadOnlyList<IPAddress> Read(string key, ReadOnlyMemory<byte> content)
    {
        try
        {
            using var outer = JsonDocument.Parse(content);
            if (outer.RootElement.ValueKind != JsonValueKind.String)
            {
                return Addresses(outer.RootElement);
            }
            using var inner = JsonDocument.Parse(outer.RootElement.GetString()!);
            return Addresses(inner.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            throw new UnreadableStateException($"{key} is there, as if the Python function were to be taken over, but is none of its objects: {exception.Message}. Remove it to begin anew");
        }
    }

    private static IReadOnlyList<IPAddress> Addresses(JsonElement root) =>
        root.TryGetProperty(AddressList, out var list)
            ? [.. list.EnumerateArray().Select(address => IPAddress.Parse(address.GetString() ?? ""))]
            : [.. root.EnumerateObject().Select(pending => IPAddress.Parse(pending.Name))];
}
