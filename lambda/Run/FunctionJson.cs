using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Orchestrator.Lambda.Run;

/// <summary>What invocations send and get, by generated code.</summary>
[JsonSerializable(typeof(SyncRequest))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class FunctionJson : JsonSerializerContext;
