using System.Text.Json;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Masking;

/// <summary>What a state marks as sensitive.</summary>
public static class StateSecrets
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    /// <summary>Reads what <c>terraform show -json</c> prints of a state.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static Masker Read(Stream stream)
    {
        using var document = JsonDocument.Parse(stream, Options);
        var secrets = new SecretCollector();
        var values = JsonText.Member(document.RootElement, "values");
        secrets.AddOutputs(JsonText.Member(values, "outputs"));
        AddModule(secrets, JsonText.Member(values, "root_module"));
        return new Masker(secrets.Values(new CommonValues([]), new HashSet<string>()));
    }

    private static void AddModule(SecretCollector secrets, JsonElement module)
    {
        foreach (var resource in JsonText.Elements(module, "resources"))
        {
            secrets.AddResource(resource);
        }
        foreach (var child in JsonText.Elements(module, "child_modules"))
        {
            AddModule(secrets, child);
        }
    }
}
