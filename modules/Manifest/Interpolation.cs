using System.Text;
using System.Text.RegularExpressions;
using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Manifest;

/// <summary>
/// Replaces <c>${env:NAME}</c> and <c>${file:path}</c>, the values that differ by environment. <c>$${</c> stands for <c>${</c> itself.
/// </summary>
internal sealed partial class Interpolation(Problems problems, Secrets secrets, string directory, Func<string, string?> variable)
{
    private const int LongestFile = 64 * 1024;

    /// <summary>The tree with every placeholder replaced.</summary>
    internal Node Apply(Node node, string path) => node switch
    {
        ScalarNode scalar => WithoutTokens(Replace(WithoutSecrets(scalar, path), path), path),
        SequenceNode sequence => sequence with { Items = [.. sequence.Items.Select((item, index) => Apply(item, $"{path}[{index}]"))] },
        MappingNode mapping => mapping with { Entries = [.. mapping.Entries.Select(entry => (WithoutTokens(WithoutSecrets(entry.Key, PropertyPath.Join(path, entry.Key.Text)), path), Apply(entry.Value, PropertyPath.Join(path, entry.Key.Text))))] },
        _ => node,
    };

    private ScalarNode Replace(ScalarNode scalar, string path)
    {
        var putIn = new List<string>();
        var text = Placeholder().Replace(scalar.Text, match => Value(match, scalar, path, putIn));
        return scalar with { Text = text, PutIn = putIn };
    }

    private string Value(Match match, ScalarNode scalar, string path, List<string> putIn)
    {
        if (match.Value.StartsWith("$$", StringComparison.Ordinal))
        {
            return "${";
        }
        var argument = match.Groups["argument"].Value;
        var value = match.Groups["kind"].Value switch
        {
            "env" => Environment(scalar, path, argument),
            "file" => File(scalar, path, argument),
            _ => Unknown(scalar, path, match.Value),
        };
        putIn.Add(value);
        return value;
    }

    /// <summary>Whoever may read the manifest may read what stands in it.</summary>
    private ScalarNode WithoutSecrets(ScalarNode scalar, string path)
    {
        if (SecretPatterns.KindOf(scalar.Text) is not { } kind)
        {
            return scalar;
        }
        secrets.Add(scalar.Text);
        problems.Add(ManifestRules.Secret, scalar.Mark, path, $"holds what looks like {kind}", null, "${env:NAME} or ${file:path}", "take it out of the manifest, and revoke it: whoever has read the file has it");
        problems.AddUnread(path);
        return scalar with { Text = "" };
    }

    /// <summary>CDKTF would put something else in the place of such a text, wherever it stands.</summary>
    private ScalarNode WithoutTokens(ScalarNode scalar, string path) =>
        scalar.Text.Contains("TfToken[", StringComparison.Ordinal)
            ? scalar with { Text = Refuse(scalar, path, "has a text that CDKTF takes for a placeholder of its own", "TfToken[", "any other text", "choose another text") }
            : scalar;

    private string Environment(ScalarNode scalar, string path, string name)
    {
        if (variable(name) is { } value)
        {
            return value;
        }
        return Refuse(scalar, path, "names an environment variable that is not set", name, "a variable that is set", $"set {name}, to an empty string if need be");
    }

    private string File(ScalarNode scalar, string path, string name)
    {
        try
        {
            // A device has a length of 0 and no end, so what counts is what can be read.
            using var stream = System.IO.File.OpenRead(Path.Combine(directory, name));
            var bytes = new byte[LongestFile + 1];
            var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return count > LongestFile
                ? Refuse(scalar, path, "names a file that is too large", name, $"at most {LongestFile:N0} bytes", "name a file that holds just the value")
                : new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 0, count).TrimStart('\uFEFF').TrimEnd('\r', '\n');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Refuse(scalar, path, "names a file that cannot be read as text", name, "a UTF-8 text file, its path counted from the manifest's directory", "correct the path, or create the file");
        }
    }

    private string Unknown(ScalarNode scalar, string path, string text) =>
        Refuse(scalar, path, "has an unknown placeholder", text, "${env:NAME} and ${file:path}", "write $${ for a literal ${; name another resource by its key instead of an expression");

    private string Refuse(ScalarNode scalar, string path, string what, string got, string allowed, string fix)
    {
        problems.Add(ManifestRules.Interpolation, scalar.Mark, path, what, got, allowed, fix);
        problems.AddUnread(path);
        return "";
    }

    [GeneratedRegex(@"\$\$\{|\$\{(?:(?<kind>[a-z]+):(?<argument>[^}]*)\}|[^}]*\}?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
