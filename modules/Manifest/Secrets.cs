using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Manifest;

/// <summary>The secrets that one manifest has brought in, kept out of what is said about it.</summary>
internal sealed class Secrets
{
    private const string Mask = "(secret)";

    /// <summary>Hiding what is shorter would hide ordinary words, and protect nothing.</summary>
    private const int Shortest = 4;

    private readonly SortedSet<string> _forms = new(Comparer<string>.Create(static (a, b) => a.Length != b.Length ? b.Length.CompareTo(a.Length) : string.CompareOrdinal(a, b)));

    /// <summary>Notes a secret, as it is and as a message would show it.</summary>
    internal void Add(string secret)
    {
        foreach (var form in new[] { secret, Quoted.Of(secret) }.Where(form => secret.Length >= Shortest))
        {
            _forms.Add(form);
        }
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

    /// <summary>The finding without any secret.</summary>
    internal Finding Hide(Finding finding) => finding with
    {
        Path = Hide(finding.Path),
        What = Hide(finding.What),
        Got = finding.Got is null ? null : Hide(finding.Got),
        Allowed = Hide(finding.Allowed),
        Fix = Hide(finding.Fix),
    };

    /// <summary>Longer secrets come first: one may be part of another.</summary>
    private string Hide(string text) => SecretPatterns.Replace(_forms.Aggregate(text, static (current, form) => current.Replace(form, Mask)), Mask);
}
