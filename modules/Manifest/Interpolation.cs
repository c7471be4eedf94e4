using System.Text.RegularExpressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Text;

namespace Orchestrator.Modules.Manifest;

/// <summary>
/// Replaces <c>${env:NAME}</c> and <c>${file:path}</c>, the values that differ by environment. <c>$${</c> stands for <c>${</c> itself.
/// </summary>
/// <param name="problems">Gets what is wrong.</param>
/// <param name="secrets">Gets what was put in.</param>
/// <param name="directory">The manifest's directory.</param>
/// <param name="variable">Gives an environment variable's value, or null.</param>
/// <param name="allowsFilesOutside">Whether a file may stand outside that directory.</param>
internal sealed partial class Interpolation(Problems problems, Secrets secrets, string directory, Func<string, string?> variable, bool allowsFilesOutside = false)
{
    private const int LongestFile = 64 * 1024;
    private readonly List<string> _files = [];

    /// <summary>The files that were put in, each once, their paths counted from the manifest's directory.</summary>
    internal IEnumerable<string> Files => _files.Distinct();

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
        if (!scalar.Text.Contains("${", StringComparison.Ordinal))
        {
            return scalar;
        }
        var putIn = new List<string>();
        var text = Placeholder().Replace(scalar.Text, match => Value(match, scalar, path, putIn));
        if (putIn.Count > 0 && !problems.IsUnread(path))
        {
            secrets.PutIn(path, text, scalar.Text);
        }
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
        secrets.PutIn(value, match.Value);
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
        var file = Path.Combine(directory, name);
        try
        {
            if (!allowsFilesOutside && InputFile.IsOutside(file, directory))
            {
                return Refuse(scalar, path, "names a file outside the manifest's directory", name, "a file in that directory or below it, symbolic links followed", "move the file there, or say --allow-files-outside where nobody else writes manifests");
            }
            var text = InputFile.ReadText(file, LongestFile).TrimEnd('\r', '\n');
            _files.Add(name);
            return text;
        }
        catch (InputFileException exception)
        {
            return Refuse(scalar, path, $"names a file that cannot be read as text: {exception.Message}", name, $"a UTF-8 text file of at most {LongestFile:N0} bytes, its path counted from the manifest's directory", "correct the path, or create the file");
        }
        catch (ArgumentException)
        {
            return Refuse(scalar, path, "names a file by what is no path", name, "a path, counted from the manifest's directory", "correct the path");
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
