using System.Text.RegularExpressions;
using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Manifest;

/// <summary>What one manifest has brought in that is not to be shown: its secrets, and every value that came from the environment or a file.</summary>
internal sealed class Secrets
{
    private const string Mask = "(secret)";

    /// <summary>Hiding what is shorter would hide ordinary words, and protect nothing.</summary>
    private const int Shortest = 4;

    /// <summary>What is as long is no part of an ordinary word.</summary>
    private const int Telling = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Dictionary<string, string> _forms = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _written = [];
    private Regex? _pattern;

    /// <summary>Notes a secret, as it is and as a message would show it.</summary>
    internal void Add(string secret) => AddForms(secret, Mask, isSecret: true);

    /// <summary>Notes what was put in for a placeholder; in its place the placeholder is shown.</summary>
    /// <param name="value">The value.</param>
    /// <param name="placeholder">What stands in the manifest: <c>${env:NAME}</c>.</param>
    internal void PutIn(string value, string placeholder)
    {
        if (value is "true" or "false")
        {
            return;
        }
        AddForms(value, placeholder, isSecret: false);
        foreach (var line in value.Split('\n').Select(line => line.Trim()).Where(line => line.Length >= Telling))
        {
            AddForms(line, placeholder, isSecret: false);
        }
    }

    /// <summary>Notes that the value of a path is not as it was written: a finding about it shows what was written.</summary>
    internal void PutIn(string path, string value, string written)
    {
        _written[path] = written;
        PutIn(value, written);
    }

    /// <summary>Notes the secrets below a node, and refuses those that are written out. Where a record is expected, it says where the secret is.</summary>
    internal void Refuse(Node node, Type type, string path, Problems problems)
    {
        var isReference = !type.IsGenericType && !ScalarBinder.Handles(type);
        switch (node)
        {
            case SequenceNode sequence when !isReference:
                foreach (var (index, item) in sequence.Items.Index())
                {
                    Refuse(item, type, $"{path}[{index}]", problems);
                }
                break;
            case MappingNode mapping when !isReference:
                foreach (var (key, value) in mapping.Entries)
                {
                    Refuse(value, type, $"{path}.{key.Text}", problems);
                }
                break;
            case ScalarNode scalar:
                _written.Remove(path);
                Add(scalar.Text);
                foreach (var part in scalar.PutIn)
                {
                    Add(part);
                }
                if (scalar is { PutIn.Count: 0, Kind: not ScalarKind.Null } && !problems.IsUnread(path))
                {
                    var allowed = isReference ? $"a reference to it: {string.Join(", ", Shape.Of(type).Properties.Select(property => property.Key))}" : "${env:NAME} or ${file:path}";
                    problems.Add(ManifestRules.Secret, scalar.Mark, path, "is a secret that is written out", null, allowed, "take it out of the manifest, and replace it: whoever has read the file has it");
                    problems.AddUnread(path);
                }
                break;
        }
    }

    /// <summary>The finding without anything that is not to be shown.</summary>
    internal Finding Hide(Finding finding) => finding with
    {
        Path = SecretPatterns.Replace(Hide(finding.Path, onlySecrets: true), Mask),
        What = Hide(finding.What),
        Got = finding.Got is null ? null : _written.TryGetValue(finding.Path, out var written) && finding.Rule != ManifestRules.Interpolation ? Hide(Quoted.Of(written)) : Hide(finding.Got),
        Allowed = Hide(finding.Allowed),
        Fix = Hide(finding.Fix),
    };

    /// <summary>The text without anything that is not to be shown.</summary>
    internal string Hide(string text) => SecretPatterns.Replace(Hide(text, onlySecrets: false), Mask);

    private string Hide(string text, bool onlySecrets) => _forms.Count == 0 ? text : (_pattern ??= Pattern()).Replace(text, match =>
        _forms.GetValueOrDefault(match.Value, Mask) is var shown && (!onlySecrets || shown == Mask) ? shown : match.Value);

    private void AddForms(string value, string shown, bool isSecret)
    {
        if (value.Length < Shortest)
        {
            return;
        }
        var quoted = Quoted.Of(value);
        foreach (var form in isSecret ? new[] { value, quoted } : [value, quoted.Trim('"')])
        {
            if (isSecret || !_forms.ContainsKey(form))
            {
                _forms[form] = shown;
            }
        }
        _pattern = null;
    }

    /// <summary>Longer ones come first: one may be part of another. A short one counts only as a word of its own, unless it is a secret.</summary>
    private Regex Pattern() => new(
        string.Join('|', _forms.OrderByDescending(form => form.Key.Length).ThenBy(form => form.Key, StringComparer.Ordinal).Select(form => Alternative(form.Key, form.Value))),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Patience);

    private static string Alternative(string form, string shown) => form.Length >= Telling || shown == Mask ? Regex.Escape(form) : $"(?<![A-Za-z0-9]){Regex.Escape(form)}(?![A-Za-z0-9])";
}
