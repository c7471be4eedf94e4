using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Publishing;

/// <summary>What a module has that people wrote: examples, words, history.</summary>
internal static class ModuleText
{
    /// <summary>The variables of an example: <c>minimal</c> or <c>complete</c>.</summary>
    internal static JsonObject Example(string module, string example) => JsonNode.Parse(Read(module, $"{example}.json"))!.AsObject();

    /// <summary>The text of a file.</summary>
    internal static string Read(string module, string file) => Read($"{module}/{file}");

    /// <summary>The licence, which is the project's.</summary>
    internal static string License() => Read("LICENSE");

    private static string Read(string name)
    {
        using var stream = typeof(ModuleText).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"there is no {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
