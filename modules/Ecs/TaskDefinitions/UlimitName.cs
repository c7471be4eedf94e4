using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>A resource that the operating system limits.</summary>
public enum UlimitName
{
    /// <summary>The size of a core file.</summary>
    [JsonStringEnumMemberName("core")]
    Core,

    /// <summary>CPU time.</summary>
    [JsonStringEnumMemberName("cpu")]
    Cpu,

    /// <summary>The size of the data segment.</summary>
    [JsonStringEnumMemberName("data")]
    Data,

    /// <summary>The size of a file.</summary>
    [JsonStringEnumMemberName("fsize")]
    Fsize,

    /// <summary>File locks.</summary>
    [JsonStringEnumMemberName("locks")]
    Locks,

    /// <summary>Locked memory.</summary>
    [JsonStringEnumMemberName("memlock")]
    Memlock,

    /// <summary>Message queues.</summary>
    [JsonStringEnumMemberName("msgqueue")]
    Msgqueue,

    /// <summary>The nice value.</summary>
    [JsonStringEnumMemberName("nice")]
    Nice,

    /// <summary>Open files; the only one that Fargate lets differ.</summary>
    [JsonStringEnumMemberName("nofile")]
    Nofile,

    /// <summary>Processes.</summary>
    [JsonStringEnumMemberName("nproc")]
    Nproc,

    /// <summary>Resident memory.</summary>
    [JsonStringEnumMemberName("rss")]
    Rss,

    /// <summary>Real-time priority.</summary>
    [JsonStringEnumMemberName("rtprio")]
    Rtprio,

    /// <summary>Real-time CPU time.</summary>
    [JsonStringEnumMemberName("rttime")]
    Rttime,

    /// <summary>Pending signals.</summary>
    [JsonStringEnumMemberName("sigpending")]
    Sigpending,

    /// <summary>The size of the stack.</summary>
    [JsonStringEnumMemberName("stack")]
    Stack,
}
