using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>Where a container's output goes. Fargate has awslogs, splunk and awsfirelens.</summary>
public enum LogDriver
{
    /// <summary>To CloudWatch Logs.</summary>
    [JsonStringEnumMemberName("awslogs")]
    Awslogs,

    /// <summary>To Splunk.</summary>
    [JsonStringEnumMemberName("splunk")]
    Splunk,

    /// <summary>To the task's log router.</summary>
    [JsonStringEnumMemberName("awsfirelens")]
    Awsfirelens,

    /// <summary>To Fluentd.</summary>
    [JsonStringEnumMemberName("fluentd")]
    Fluentd,

    /// <summary>To a GELF endpoint.</summary>
    [JsonStringEnumMemberName("gelf")]
    Gelf,

    /// <summary>To the instance's journal.</summary>
    [JsonStringEnumMemberName("journald")]
    Journald,

    /// <summary>To files on the instance.</summary>
    [JsonStringEnumMemberName("json-file")]
    JsonFile,

    /// <summary>To the instance's syslog.</summary>
    [JsonStringEnumMemberName("syslog")]
    Syslog,
}
