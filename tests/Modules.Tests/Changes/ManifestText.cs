using YamlDotNet.RepresentationModel;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>A manifest as a tree that variants are made of.</summary>
internal sealed class ManifestText
{
    internal ManifestText(string text)
    {
        Text = text;
        Settings = ManifestSetting.In(Parse(text));
    }

    /// <summary>The whole of it.</summary>
    internal string Text { get; }

    /// <summary>Every key in it.</summary>
    internal IReadOnlyList<ManifestSetting> Settings { get; }

    /// <summary>The scalar that a key has; null where it has none.</summary>
    internal string? ValueOf(ManifestSetting setting) => (Find(Parse(Text), setting.Path) as YamlScalarNode)?.Value;

    /// <summary>The manifest without some keys.</summary>
    internal string Without(params IEnumerable<IReadOnlyList<object>> paths)
    {
        var top = Parse(Text);
        foreach (var path in paths)
        {
            if (Find(top, [.. path.SkipLast(1)]) is YamlMappingNode parent)
            {
                parent.Children.Remove(new YamlScalarNode((string)path[^1]));
            }
        }
        return Write(top);
    }

    /// <summary>The manifest with another value of a key.</summary>
    internal string With(ManifestSetting setting, string value)
    {
        var top = Parse(Text);
        ((YamlScalarNode)Find(top, setting.Path)!).Value = value;
        return Write(top);
    }

    private static YamlNode? Find(YamlNode node, IReadOnlyList<object> path)
    {
        foreach (var part in path)
        {
            switch (node)
            {
                case YamlMappingNode mapping when part is string key && mapping.Children.TryGetValue(new YamlScalarNode(key), out var value):
                    node = value;
                    break;
                case YamlSequenceNode sequence when part is int index && index < sequence.Children.Count:
                    node = sequence.Children[index];
                    break;
                default:
                    return null;
            }
        }
        return node;
    }

    private static YamlMappingNode Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static string Write(YamlMappingNode top)
    {
        using var text = new StringWriter();
        new YamlStream(new YamlDocument(top)).Save(text, assignAnchors: false);
        return text.ToString().Replace("...\n", "", StringComparison.Ordinal);
    }
}
