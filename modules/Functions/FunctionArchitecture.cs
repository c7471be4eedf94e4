using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Functions;

/// <summary>The processors that a Lambda function runs on.</summary>
public enum FunctionArchitecture
{
    /// <summary>Intel and AMD.</summary>
    [JsonStringEnumMemberName("x86_64")]
    X8664,

    /// <summary>AWS Graviton.</summary>
    [JsonStringEnumMemberName("arm64")]
    Arm64,
}
