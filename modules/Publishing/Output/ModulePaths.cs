using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Publishing;

/// <summary>The files that a module's code names: each is named relative to the module, and in it (MOD174).</summary>
internal static partial class ModulePaths
{
    private const string Directory = "${path.module}/";

    /// <summary>Looks for a file that is named in another way, or is not there.</summary>
    /// <param name="module">The module's name.</param>
    /// <param name="configuration">Its code.</param>
    /// <param name="files">The files beside the code.</param>
    /// <exception cref="InvalidOperationException">There is one.</exception>
    internal static void Check(string module, JsonObject configuration, IEnumerable<string> files)
    {
        foreach (var path in Named(configuration))
        {
            if (!path.StartsWith(Directory, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{module} names the file {path}, which is not below {Directory}: wherever the module is used it is another file, or none (MOD174)");
            }
            if (!files.Contains(path[Directory.Length..]))
            {
                throw new InvalidOperationException($"{module} names the file {path}, which is not in it: add it to the module's files (MOD174)");
            }
        }
    }

    /// <summary>What stands where Terraform or the provider reads a file, and what begins with the module's directory.</summary>
    private static IEnumerable<string> Named(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => entry is { Key: "filename", Value: JsonValue value } ? [value.GetValue<string>()] : Named(entry.Value)),
        JsonArray list => list.SelectMany(Named),
        JsonValue value when value.TryGetValue(out string? text) => Reading().Matches(text).Concat(Below().Matches(text)).Select(match => match.Groups["path"].Value),
        _ => [],
    };

    [GeneratedRegex("""\b(file|filebase64|fileexists|filemd5|filesha1|filesha256|filesha512|filebase64sha256|filebase64sha512|templatefile)\("(?<path>[^"]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reading();

    [GeneratedRegex("""(?<path>\$\{path\.module\}/[^"]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Below();
}
