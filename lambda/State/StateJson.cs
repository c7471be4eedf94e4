using System.Text.Json.Serialization;

namespace Orchestrator.Lambda.State;

/// <summary>States as JSON, by generated code. Anything that is not exactly a state is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    RespectRequiredConstructorParameters = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(AddressConverter)])]
[JsonSerializable(typeof(SyncState))]
internal sealed partial class StateJson : JsonSerializerContext;
