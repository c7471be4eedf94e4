using System.Text.Json.Serialization;

namespace Orchestrator.Cli.Deploy;

/// <summary>Records of plans as JSON, by generated code.</summary>
[JsonSerializable(typeof(PlanRecord))]
internal sealed partial class PlanRecordJson : JsonSerializerContext;
