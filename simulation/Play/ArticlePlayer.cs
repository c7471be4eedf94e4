using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Lambda.Dns;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Settings;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;
using Orchestrator.Simulation.Aws;

namespace Orchestrator.Simulation.Play;

/// <summary>
/// The algorithm of AWS's article, step by step as the published function has it: look up until an answer is short, register what is new, count what is
/// missing, remove what was missing often enough. Errors of its calls are logged, and it goes on. It remembers nothing between runs but what is in S3.
/// </summary>
internal sealed class ArticlePlayer(SyncSettings settings, SimulatedDns dns, SimulatedGroup group, SimulatedStore store) : IPlayer
{
    private const int ShortAnswer = 8;
    private const int LongestObject = 1_048_576;
    private readonly int _port = settings.Pairs[0].Port;
    private readonly string _active = LegacyState.Keys(SimulatedSettings.LoadBalancer)[2];
    private readonly string _pending = LegacyState.Keys(SimulatedSettings.LoadBalancer)[3];

    public async Task<string?> RunAsync()
    {
        var told = new List<string>();
        if (await LookUpAsync() is not { } found)
        {
            return "fails: the DNS gave no answer";
        }
        // What drains is listed too.
        var registered = (await group.ListAsync(CancellationToken.None)).Select(each => each.Target.Address.ToString()).ToHashSet(StringComparer.Ordinal);
        var oldActive = await ReadAsync(_active);
        var pending = await ReadAsync(_pending) ?? [];
        var before = oldActive?["IPList"]?.AsArray().Select(address => (string)address!).ToHashSet(StringComparer.Ordinal);
        var register = found.Where(address => !registered.Contains(address) || before?.Contains(address) == false).Order(StringComparer.Ordinal).ToList();
        var counted = new JsonObject();
        // On the first run nothing counts as missing.
        var known = before is null ? found : before.Union(registered);
        foreach (var missing in known.Except(found).Order(StringComparer.Ordinal))
        {
            counted[missing] = 1 + ((int?)pending[missing] ?? 0);
        }
        await WriteAsync(_active, new JsonObject { ["IPList"] = new JsonArray([.. found.Order(StringComparer.Ordinal).Select(address => (JsonNode)address)]) }, told);
        await WriteAsync(_pending, counted, told);
        await ChangeAsync("registers", register, group.RegisterAsync, told);
        await ChangeAsync("removes", [.. counted.Where(entry => (int)entry.Value! >= settings.Decision.RunsBeforeRemoval).Select(entry => entry.Key)], group.DeregisterAsync, told);
        return told.Count == 0 ? null : string.Join("; ", told);
    }

    public void Restart()
    {
    }

    public IPlayer Another() => this;

    /// <summary>The addresses; null where a lookup fails, which ends the invocation.</summary>
    private async Task<HashSet<string>?> LookUpAsync()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var lookup = 0; lookup < settings.Resolve.MostLookups; lookup++)
        {
            var answer = await dns.AskAsync(settings.Resolve.Resolvers[0], new DnsQuestion(settings.Resolve.Name, settings.Resolve.Type), CancellationToken.None);
            var addresses = Answers.Follow(answer).Addresses;
            if (answer.Code != ResponseCode.NoError || addresses.Count == 0)
            {
                return null;
            }
            found.UnionWith(addresses.Select(address => address.ToString()));
            if (addresses.Count < ShortAnswer)
            {
                break;
            }
        }
        return found;
    }

    private async Task<JsonObject?> ReadAsync(string key)
    {
        try
        {
            return await store.GetAsync(key, LongestObject, CancellationToken.None) is { } stored ? JsonNode.Parse(stored.Content.Span)!.AsObject() : null;
        }
        catch (ObjectStoreException)
        {
            return null;
        }
    }

    private async Task WriteAsync(string key, JsonObject content, List<string> told)
    {
        try
        {
            await store.PutAsync(key, Encoding.UTF8.GetBytes(content.ToJsonString()), store.Objects.GetValueOrDefault(key)?.Version, CancellationToken.None);
        }
        catch (ObjectConflictException)
        {
            // It writes without a condition: the last one wins.
            await WriteAsync(key, content, told);
        }
        catch (ObjectStoreException exception)
        {
            told.Add($"goes on, though S3 says: {exception.Message}");
        }
    }

    private async Task ChangeAsync(string verb, IReadOnlyList<string> addresses, Func<IReadOnlyList<Target>, CancellationToken, Task> change, List<string> told)
    {
        if (addresses.Count == 0)
        {
            return;
        }
        try
        {
            await change([.. addresses.Select(address => new Target(IPAddress.Parse(address), _port))], CancellationToken.None);
            told.Add($"{verb} {string.Join(", ", addresses)}");
        }
        catch (TargetGroupException exception)
        {
            told.Add($"goes on, though nothing was registered: {exception.Message}");
        }
    }
}
