using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>What a deployment does that has waited too long.</summary>
public enum LifecycleHookTimeoutAction
{
    /// <summary>It goes back to the old revision (<c>ROLLBACK</c>).</summary>
    [JsonStringEnumMemberName("rollback")]
    Rollback,

    /// <summary>It goes on (<c>CONTINUE</c>).</summary>
    [JsonStringEnumMemberName("continue")]
    Continue,
}
