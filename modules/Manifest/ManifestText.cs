using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Orchestrator.Modules.Manifest;

/// <summary>A manifest as YAML again: that of one environment, with all that it shares with the others.</summary>
public static class ManifestText
{
    /// <summary>The text, with placeholders as they were written; without comments, aliases written out. Nothing secret is in it.</summary>
    /// <param name="manifest">A manifest that could be read as YAML.</param>
    /// <exception cref="InvalidOperationException">It could not.</exception>
    public static string Of(ManifestResult manifest) => manifest.Shown(Of(manifest.Written ?? throw new InvalidOperationException("the manifest could not be read")));

    /// <summary>The text of a tree that was put together and not read.</summary>
    internal static string Of(JsonObject tree) => Of(NodeOf(tree));

    private static string Of(Node tree)
    {
        var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(tree, emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static Node NodeOf(JsonNode? value) => value switch
    {
        JsonObject map => new MappingNode(default, [.. map.Select(entry => (new ScalarNode(default, entry.Key, Plain: false), NodeOf(entry.Value)))]),
        JsonArray list => new SequenceNode(default, [.. list.Select(NodeOf)]),
        null => new ScalarNode(default, "~", Plain: true),
        _ when value.GetValueKind() == JsonValueKind.String => new ScalarNode(default, (string)value!, Plain: false),
        _ => new ScalarNode(default, value.ToJsonString(), Plain: true),
    };

    private static void Emit(Node node, Emitter emitter)
    {
        switch (node)
        {
            case MappingNode map:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, map.Entries.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, value) in map.Entries)
                {
                    Emit(key, emitter);
                    Emit(value, emitter);
                }
                emitter.Emit(new MappingEnd());
                break;
            case SequenceNode sequence:
                var isFlat = sequence.Items.All(item => item is ScalarNode);
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, isFlat ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in sequence.Items)
                {
                    Emit(item, emitter);
                }
                emitter.Emit(new SequenceEnd());
                break;
            case ScalarNode scalar:
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, scalar.Text, StyleOf(scalar), isPlainImplicit: true, isQuotedImplicit: true));
                break;
        }
    }

    /// <summary>A string that would read as something else without quotes keeps them.</summary>
    private static ScalarStyle StyleOf(ScalarNode scalar) =>
        scalar.Text.Any(character => character != '\n' && (char.IsControl(character) || character is '\u2028' or '\u2029')) ? ScalarStyle.DoubleQuoted
        : scalar.Text.Contains('\n') ? ScalarStyle.Literal
        : !scalar.Plain && CoreSchema.KindOf(scalar.Text) != ScalarKind.String ? ScalarStyle.DoubleQuoted
        : ScalarStyle.Any;
}
