using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orchestrator.Lambda.State;

/// <summary>Addresses as JSON text.</summary>
internal sealed class AddressConverter : JsonConverter<IPAddress>
{
    // Else null would pass for an address.
    public override bool HandleNull => true;

    public override IPAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && IPAddress.TryParse(reader.GetString(), out var address) ? address : throw new JsonException("an IP address was expected");

    public override void Write(Utf8JsonWriter writer, IPAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
