using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Events;

/// <summary>What keeps a schedule.</summary>
public enum ScheduleMechanism
{
    /// <summary>EventBridge Scheduler: time zones, windows, an end.</summary>
    [JsonStringEnumMemberName("scheduler")]
    Scheduler,

    /// <summary>A rule of EventBridge's default bus, in UTC.</summary>
    [JsonStringEnumMemberName("rule")]
    Rule,
}
