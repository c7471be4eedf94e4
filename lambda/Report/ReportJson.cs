using System.Net;
using System.Text.Json.Nodes;
using Orchestrator.Lambda.Decide;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Report;

/// <summary>Runs as JSON: the answer to a direct invocation, what <c>--json</c> prints, and the log line.</summary>
internal static class ReportJson
{
    private const int FormatVersion = 1;

    /// <summary>Several runs.</summary>
    internal static JsonObject Write(IEnumerable<RunReport> reports) => new()
    {
        ["formatVersion"] = FormatVersion,
        ["runs"] = new JsonArray([.. reports.Select(Write)]),
    };

    /// <summary>One run.</summary>
    internal static JsonObject Write(RunReport report)
    {
        var json = new JsonObject
        {
            ["at"] = report.At.ToString("O"),
            ["loadBalancer"] = report.Key.LoadBalancer,
            ["targetGroup"] = report.Key.TargetGroup,
            ["port"] = report.Key.Port,
            ["result"] = report.Result.ToString().ToLowerInvariant(),
            ["dryRun"] = report.IsDryRun,
            ["problems"] = Texts(report.Outcome.Problems),
            ["notes"] = Texts(report.Outcome.Notes),
        };
        if (report.Observation is { } observation)
        {
            json["observation"] = new JsonObject
            {
                ["addresses"] = Addresses(observation.Addresses),
                ["complete"] = observation.IsComplete,
                ["foreign"] = Addresses(observation.Foreign),
                ["lookups"] = observation.Lookups,
                ["source"] = observation.Source,
            };
        }
        if (report.Registered is { } registered)
        {
            json["registered"] = new JsonArray([.. registered.OrderBy(each => each.Target, TargetOrder.Instance).Select(each => new JsonObject { ["target"] = each.Target.ToString(), ["state"] = each.State.ToString().ToLowerInvariant() })]);
        }
        if (report.Plan is { } plan)
        {
            json["plan"] = Write(plan);
        }
        json["done"] = new JsonObject { ["registered"] = Targets(report.Outcome.Registered), ["deregistered"] = Targets(report.Outcome.Deregistered) };
        if (report.State is { } state)
        {
            json["owned"] = Addresses(state.Owned.Select(owned => owned.Address));
        }
        if (report.SucceededAt is { } succeeded)
        {
            json["succeededAt"] = succeeded.ToString("O");
        }
        json["milliseconds"] = Math.Round(report.Duration.TotalMilliseconds);
        return json;
    }

    private static JsonObject Write(Plan plan) => new()
    {
        ["register"] = Targets(plan.Register),
        ["deregister"] = Targets(plan.Deregister),
        ["departures"] = new JsonArray([.. plan.Departures.Select(departure => new JsonObject { ["target"] = departure.Target.ToString(), ["due"] = departure.IsDue, ["reason"] = departure.Reason })]),
        ["refusal"] = plan.Refusal is { } refusal ? new JsonObject { ["kind"] = refusal.Kind.ToString(), ["alarm"] = refusal.IsAlarm, ["count"] = refusal.Count, ["reason"] = refusal.Reason } : null,
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static JsonArray Addresses(IEnumerable<IPAddress> addresses) => Texts(addresses.Select(address => address.ToString()));

    private static JsonArray Targets(IEnumerable<Target> targets) => Texts(targets.Select(target => target.ToString()));
}
