using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Orchestrator.Lambda.Run;

/// <summary>What invocations get, by generated code.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class FunctionJson : JsonSerializerContext;
