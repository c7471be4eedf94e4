using System.Net;
using Orchestrator.Lambda.Dns;

namespace Orchestrator.Lambda.Resolve;

/// <summary>
/// Observes a load balancer's addresses: <c>all.NAME</c>, which answers with every node at once, and samples of the name itself, both at the servers
/// that speak for it. <c>all.</c> is believed only where as many samples agree as would have shown a node that it lacks; where one contradicts it, sampling
/// goes on until it converges.
/// </summary>
internal sealed class AddressResolver(IDnsClient client, ResolveSettings settings, TimeProvider clock) : IAddressResolver
{
    private const string AllLabel = "all";
    private const int CrossChecks = 4;
    private static readonly TimeSpan ServersStayFor = TimeSpan.FromMinutes(5);
    private readonly ServerPool _resolvers = new(client, settings.Resolvers);
    private readonly Agreement _agreement = new();
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
            throw new ResolveException(cancellationToken.IsCancellationRequested ? $"{settings.Name}: the run had no time left to wait for the DNS" : $"{settings.Name}: the DNS took longer than {settings.Deadline.TotalSeconds:0.###} s");
        }
    }

    private async Task<Observation> ObserveInTimeAsync(CancellationToken cancellationToken)
    {
        var (name, servers) = await ServersAsync(cancellationToken);
        try
        {
            return await ObserveAtAsync(servers, name, cancellationToken);
        }
        catch (ResolveException exception) when (exception.IsUnanswered && servers != _resolvers)
        {
            // From inside some networks only the resolver can be reached, and some servers refuse.
            _zone = (name, _resolvers, clock.GetUtcNow() + ServersStayFor);
            return await ObserveAtAsync(_resolvers, name, cancellationToken);
        }
        catch (ResolveException)
        {
            // The name may have moved to other servers.
            _zone = null;
            throw;
        }
    }

    private async Task<Observation> ObserveAtAsync(ServerPool servers, DnsName name, CancellationToken cancellationToken)
    {
        var question = new DnsQuestion(name, settings.Type);
        var sampler = new Sampler(servers, question);
        var all = AllAsync(servers, question, cancellationToken);
        await sampler.RunAsync(CrossChecks, Math.Min(CrossChecks, settings.MostLookups), static convergence => convergence.Count >= CrossChecks, cancellationToken);
        var everything = await all;
        var convergence = sampler.Convergence;
        if (everything is not null)
        {
            await sampler.RunAsync(Sampler.MostAtOnce, settings.MostLookups, convergence => IsSettled(convergence, everything), cancellationToken);
            if (convergence.Seen.All(everything.Contains))
            {
                var agreeing = _agreement.Add(AgreeingAnswers(convergence, everything), clock.GetUtcNow());
                var needed = AnswersNeeded(convergence, everything);
                return Observe(everything, agreeing >= needed, convergence.Count + 1, $"{AllLabel}.{name}, agreeing with {convergence.Count} samples{(agreeing >= needed ? "" : $"; {agreeing} of {needed} that it needs have agreed")}");
            }
        }
        _agreement.Forget();
        await sampler.RunAsync(Sampler.MostAtOnce, settings.MostLookups, static convergence => convergence.IsReached, cancellationToken);
        var isComplete = convergence.IsReached;
        var unvaried = convergence.IsUnvaried && !isComplete ? $", always the same {convergence.Seen.Count}: there may be more" : "";
        var contradiction = everything is null ? "" : $"; {AllLabel}.{name} contradicts them";
        return Observe(convergence.Seen, isComplete, convergence.Count + 1, $"{convergence.Count} samples of {name}, {(isComplete ? "" : "not ")}converged{unvaried}{contradiction}");
    }

    private static bool IsSettled(Convergence convergence, HashSet<IPAddress> everything) =>
        (convergence.Count >= CrossChecks && AgreeingAnswers(convergence, everything) >= AnswersNeeded(convergence, everything)) || !convergence.Seen.All(everything.Contains);

    /// <summary>What fits into one answer is the same in each.</summary>
    private static int AgreeingAnswers(Convergence convergence, HashSet<IPAddress> everything) => everything.Count <= Convergence.MostPerAnswer ? convergence.Count : convergence.Evidence;

    private static int AnswersNeeded(Convergence convergence, HashSet<IPAddress> everything) => everything.Count < Convergence.MostPerAnswer ? CrossChecks : convergence.NeededFor(everything.Count);

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
        var isKnown = _zone is { } zone && clock.GetUtcNow() < zone.Until;
        if (isKnown && _zone!.Value.Name == settings.Name)
        {
            return (_zone.Value.Name, _zone.Value.Servers);
        }
        var finder = new ZoneFinder(_resolvers, settings.Resolvers[0].Port);
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
        // A name of one's own is asked in every run: it may lead to another load balancer by now.
        if (isKnown && _zone!.Value.Name == name)
        {
            return (_zone.Value.Name, _zone.Value.Servers);
        }
        var found = await finder.FindAsync(name, cancellationToken);
        _agreement.Forget();
        var servers = found.Count > 0 ? new ServerPool(client, found) : _resolvers;
        _zone = (name, servers, clock.GetUtcNow() + ServersStayFor);
        return (name, servers);
    }
}
