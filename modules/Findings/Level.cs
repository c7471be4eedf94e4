using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Findings;

/// <summary>How much a finding weighs.</summary>
public enum Level
{
    /// <summary>AWS would accept it, but it is likely to hurt. Synthesis goes on.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>AWS or Terraform would reject it. Nothing is synthesized.</summary>
    [JsonStringEnumMemberName("error")]
    Error,
}
