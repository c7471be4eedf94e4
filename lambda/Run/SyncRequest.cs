using System.Text.Json.Serialization;

namespace Orchestrator.Lambda.Run;

/// <summary>What an invocation asks for. The schedule asks for a run; so does whatever has neither of these.</summary>
internal sealed record SyncRequest
{
    /// <summary>Tell what a run would do, and change nothing.</summary>
    [JsonPropertyName("dryRun")]
    public bool DryRun { get; init; }

    /// <summary>Tell how things stand, from the last observation.</summary>
    [JsonPropertyName("status")]
    public bool Status { get; init; }
}
