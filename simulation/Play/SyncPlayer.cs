using Orchestrator.Lambda.Act;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Settings;
using Orchestrator.Simulation.Aws;

namespace Orchestrator.Simulation.Play;

/// <summary>The sync function as it is deployed, but for its environment.</summary>
internal sealed class SyncPlayer(SyncSettings settings, SimulatedDns dns, Func<TargetPair, SimulatedGroup> groups, SimulatedStore store, ManualClock clock) : IPlayer
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);
    private SyncFunction _function = Create(settings, dns, groups, store, clock);

    public async Task<string?> RunAsync()
    {
        using var deadline = new Deadline(Timeout, clock);
        var reports = await _function.RunAsync(new SyncRequest(), deadline);
        var told = reports.Select(Tell).ToList();
        if (told.Distinct().Count() == 1)
        {
            return told[0];
        }
        return string.Join("; ", reports.Zip(told).Where(each => each.Second is not null).Select(each => $"{each.First.Key.TargetGroup.Split('/')[1]}, port {each.First.Key.Port}, {each.Second}"));
    }

    public void Restart() => _function = Create(settings, dns, groups, store, clock);

    public IPlayer Another() => new SyncPlayer(settings, dns, groups, store, clock);

    private static SyncFunction Create(SyncSettings settings, SimulatedDns dns, Func<TargetPair, SimulatedGroup> groups, SimulatedStore store, ManualClock clock) =>
        new(settings, new AddressResolver(dns, settings.Resolve, clock), groups, store, clock, log: null);

    private static string? Tell(RunReport report)
    {
        var parts = new List<string>();
        if (report.Outcome.Registered.Count > 0)
        {
            parts.Add($"registers {string.Join(", ", report.Outcome.Registered.Select(target => target.Address))}");
        }
        if (report.Outcome.Deregistered.Count > 0)
        {
            parts.Add($"removes {string.Join(", ", report.Outcome.Deregistered.Select(target => target.Address))}");
        }
        if (report.Plan?.Refusal is { } refusal)
        {
            parts.Add($"{(refusal.IsAlarm ? "refuses to remove" : "waits with the removal")}: {refusal.Reason}");
        }
        if (report.Result == RunResult.Superseded)
        {
            parts.Add("leaves it to the other run");
        }
        if (report.Result == RunResult.Failed)
        {
            parts.Add($"fails: {string.Join("; ", report.Outcome.Problems)}");
        }
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }
}
