using System.Text.Json.Nodes;

namespace Orchestrator.Cli.Sync;

/// <summary>What the function says of its runs (lambda/Report/ReportJson).</summary>
/// <param name="Json">The whole of it.</param>
/// <param name="Runs">A run for each target group and port.</param>
internal sealed record SyncReport(JsonObject Json, IReadOnlyList<JsonObject> Runs)
{
    private const int FormatVersion = 1;

    /// <summary>Whether a run went wrong.</summary>
    internal bool IsFailed => Runs.Any(run => (string?)run["result"] == "failed");

    /// <summary>Whether something is to be registered or removed now.</summary>
    internal bool HasChanges => Runs.Any(run => Texts(run["plan"]?["register"]).Concat(Texts(run["plan"]?["deregister"])).Any());

    /// <summary>Whether it only told what it would do.</summary>
    internal bool IsDryRun => Runs.All(run => (bool?)run["dryRun"] == true);

    /// <summary>Reads an answer; null where it is none.</summary>
    internal static SyncReport? Read(JsonNode? answer)
    {
        try
        {
            return answer is JsonObject json && (int?)json["formatVersion"] == FormatVersion && json["runs"] is JsonArray runs && runs.All(run => run is JsonObject fields && fields["targetGroup"] is not null && fields["result"] is not null)
                ? new SyncReport(json, [.. runs.Select(run => run!.AsObject())])
                : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The texts of a list; none where there is none.</summary>
    internal static IEnumerable<string> Texts(JsonNode? list) => list is JsonArray texts ? texts.Select(text => (string)text!) : [];
}
