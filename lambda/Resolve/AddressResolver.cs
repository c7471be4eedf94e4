using System.Net;
using Orchestrator.Lambda.Dns;

namespace Orchestrator.Lambda.Resolve;

/// <summary>
/// Observes a load balancer's addresses: <c>all.NAME</c>, which answers with every node at once, and samples of the name itself, both at the servers
/// that speak for it. <c>all.</c> is believed only where the samples agree; else sampling goes on until it converges.
/// </summary>
internal sealed class AddressResolver(IDnsClient client, ResolveSettings settings, TimeProvider clock) : IAddressResolver
{
    private const string AllLabel = "all";
    private const int CrossChecks = 4;
    private static readonly TimeSpan ServersStayFor = TimeSpan.FromMinutes(5);
    private readonly ServerPool _resolvers = new(client, settings.Resolvers);
    private readonly AddressFilter _filter = new(settings.AllowedNetworks);
    private (DnsName Name, ServerPool Servers, DateTimeOffset Until)? _zone;

    public async Task<Observation> ObserveAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(settings.Deadline);
        try
        {
            return await ObserveInTimeAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new ResolveException($"{settings.Name}: the DNS took longer than {settings.Deadline.TotalSeconds:0.###} s");
        }
    }

    private async Task<Observation> ObserveInTimeAsync(CancellationToken cancellationToken)
    {
        var (name, servers) = await ServersAsync(cancellationToken);
        try
        {
            return await ObserveAtAsync(servers, name, cancellationToken);
        }
        catch (ResolveException exception) when (exception.IsSilence && servers != _resolvers)
        {
            // From inside some networks only the resolver can be reached.
            _zone = (name, _resolvers, clock.GetUtcNow() + ServersStayFor);
            return await ObserveAtAsync(_resolvers, name, cancellationToken);
        }
    }

    private async Task<Observation> ObserveAtAsync(ServerPool servers, DnsName name, CancellationToken cancellationToken)
    {
        var question = new DnsQuestion(name, settings.Type);
        var sampler = new Sampler(servers, question);
        var all = AllAsync(servers, question, cancellationToken);
        await sampler.RunAsync(CrossChecks, Math.Min(CrossChecks, settings.MostLookups), static convergence => convergence.IsReached, cancellationToken);
        var everything = await all;
        if (everything is not null && sampler.Convergence.Seen.All(everything.Contains))
        {
            return Observe(everything, isComplete: true, sampler.Convergence.Count + 1, $"{AllLabel}.{name}, agreeing with {sampler.Convergence.Count} samples");
        }
        await sampler.RunAsync(Sampler.MostAtOnce, settings.MostLookups, static convergence => convergence.IsReached, cancellationToken);
        var isComplete = sampler.Convergence.IsReached;
        var contradiction = everything is null ? "" : $"; {AllLabel}.{name} contradicts them";
        return Observe(sampler.Convergence.Seen, isComplete, sampler.Convergence.Count + 1, $"{sampler.Convergence.Count} samples of {name}, {(isComplete ? "" : "not ")}converged{contradiction}");
    }

    private Observation Observe(IReadOnlyCollection<IPAddress> addresses, bool isComplete, int lookups, string source)
    {
        var allowed = addresses.Where(_filter.Allows).Order(AddressOrder.Instance).ToList();
        var foreign = addresses.Where(address => !_filter.Allows(address)).Order(AddressOrder.Instance).ToList();
        return allowed.Count > 0
            ? new Observation { Addresses = allowed, IsComplete = isComplete, Foreign = foreign, Lookups = lookups, Source = source }
            : throw new ResolveException($"{settings.Name}: no address may be a target: {string.Join(", ", foreign)}; allowed are {string.Join(", ", settings.AllowedNetworks)}");
    }

    private static async Task<HashSet<IPAddress>?> AllAsync(ServerPool servers, DnsQuestion question, CancellationToken cancellationToken)
    {
        if (question.Name.ToString().Length + AllLabel.Length + 1 > DnsName.LongestName - 2)
        {
            return null;
        }
        try
        {
            var answer = await servers.AskAsync(question with { Name = question.Name.Prepend(AllLabel) }, cancellationToken);
            return answer.Code == ResponseCode.NoError && Answers.Follow(answer).Addresses is { Count: > 0 } addresses ? [.. addresses] : null;
        }
        catch (ResolveException)
        {
            return null;
        }
    }

    /// <summary>The name that the configured one leads to, and who speaks for it; found anew every few minutes.</summary>
    private async Task<(DnsName Name, ServerPool Servers)> ServersAsync(CancellationToken cancellationToken)
    {
        if (_zone is { } known && clock.GetUtcNow() < known.Until)
        {
            return (known.Name, known.Servers);
        }
        var finder = new ZoneFinder(_resolvers, settings.Resolvers[0].Port);
        var guess = finder.FindAsync(settings.Name, cancellationToken);
        var answer = await _resolvers.AskAsync(new DnsQuestion(settings.Name, settings.Type), cancellationToken);
        if (Answers.Problem(answer) is { } problem)
        {
            throw new ResolveException($"{settings.Name}: {problem}");
        }
        var (name, addresses) = Answers.Follow(answer);
        if (addresses.Count == 0)
        {
            throw new ResolveException($"{settings.Name}: the answer is empty");
        }
        var found = await guess;
        if (name != settings.Name)
        {
            found = await finder.FindAsync(name, cancellationToken);
        }
        var servers = found.Count > 0 ? new ServerPool(client, found) : _resolvers;
        _zone = (name, servers, clock.GetUtcNow() + ServersStayFor);
        return (name, servers);
    }
}
