using Orchestrator.Modules.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Orchestrator.Modules.Manifest;

/// <summary>Turns a manifest's text into a tree, within limits that a hostile text cannot pass.</summary>
internal sealed class YamlTree
{
    internal const int LongestText = 1024 * 1024;
    private const int DeepestLevel = 32;
    private const int MostNodes = 100_000;

    private readonly Problems _problems;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, Node> _anchors = [];

    private YamlTree(string text, Problems problems)
    {
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
        _problems = problems;
    }

    /// <summary>The map at the top, or null where the text has none; the reasons are added to the problems.</summary>
    internal static MappingNode? Read(string text, Problems problems)
    {
        if (text.Length > LongestText)
        {
            problems.Add(ManifestRules.Limits, new Mark(1, 1), "", "The manifest is too large", $"{text.Length:N0} characters", $"at most {LongestText:N0}", "divide it into several stacks");
            return null;
        }
        var tree = new YamlTree(text, problems);
        try
        {
            return tree.ReadDocument();
        }
        catch (YamlException exception)
        {
            var isTab = exception.Message.Contains("tab ", StringComparison.Ordinal);
            var mark = MarkOf(isTab ? tree._scanner.CurrentPosition : exception.Start);
            problems.Add(ManifestRules.Syntax, mark, "", "The manifest is not YAML", isTab ? "a tab at the beginning of a line" : Clause(exception), "YAML 1.2", isTab ? "indent with spaces" : "mend the text at this place");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // YamlDotNet fails in this way at a few texts that are not YAML, an unclosed bracket before a line among them.
            problems.Add(ManifestRules.Syntax, MarkOf(tree._scanner.CurrentPosition), "", "The manifest is not YAML", "a text that ends too early or goes on too long", "YAML 1.2", "look for a bracket or a quote above that is not closed");
        }
        catch (Refused)
        {
        }
        return null;
    }

    private MappingNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            Refuse(ManifestRules.Syntax, new Mark(1, 1), "The manifest is empty", null, "a map with app, environment, region and network", "start from a file in examples/");
        }
        _parser.Consume<DocumentStart>();
        var top = ReadNode(1);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            Refuse(ManifestRules.Syntax, MarkOf(second.Start), "The manifest has a second document", "---", "one document in a file", "move it to a file of its own");
        }
        if (top is MappingNode map)
        {
            return map;
        }
        var isEmpty = top is ScalarNode { Kind: ScalarKind.Null };
        Refuse(ManifestRules.Syntax, top.Mark, isEmpty ? "The manifest is empty" : "The top of the manifest is not a map", isEmpty ? null : top.Describe, "a map with app, environment, region and network", "start from a file in examples/");
        return null;
    }

    private Node ReadNode(int level)
    {
        var current = _parser.Current ?? throw new YamlException("The text ends too early.");
        var mark = MarkOf(current.Start);
        if (level > DeepestLevel)
        {
            Refuse(ManifestRules.Limits, mark, "The manifest is nested too deeply", $"more than {DeepestLevel} levels", $"at most {DeepestLevel}", "no setting needs as many");
        }
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.TryGetValue(alias.Value, out var target) ? target : throw new YamlException(alias.Start, alias.End, $"There is no anchor {alias.Value} before this alias.");
        }
        if (current is NodeEvent { Tag.IsEmpty: false, Tag.IsNonSpecific: false } tagged)
        {
            Refuse(ManifestRules.Syntax, mark, "A tag is not supported", tagged.Tag.Value, "plain YAML values", "remove the tag");
        }
        Node node = current switch
        {
            Scalar => ReadScalar(mark),
            SequenceStart => ReadSequence(mark, level),
            MappingStart => ReadMapping(mark, level),
            _ => throw new YamlException(current.Start, current.End, "A value is missing."),
        };
        if (node.Size > MostNodes)
        {
            Refuse(ManifestRules.Limits, mark, "The manifest has too many values", $"{node.Size:N0}, aliases written out", $"at most {MostNodes:N0}", "divide it into several stacks");
        }
        if (current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _anchors[anchored.Anchor] = node;
        }
        return node;
    }

    private ScalarNode ReadScalar(Mark mark)
    {
        var scalar = _parser.Consume<Scalar>();
        return new ScalarNode(mark, scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private SequenceNode ReadSequence(Mark mark, int level)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(level + 1));
        }
        return new SequenceNode(mark, items);
    }

    private MappingNode ReadMapping(Mark mark, int level)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<(ScalarNode, Node)>();
        var seen = new Dictionary<string, Mark>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(level + 1);
            var value = ReadNode(level + 1);
            if (key is not ScalarNode name)
            {
                Refuse(ManifestRules.Syntax, key.Mark, "A key is not a string", key.Describe, "a string", "write the key as plain text");
                continue;
            }
            if (seen.TryGetValue(name.Text, out var first))
            {
                _problems.Add(ManifestRules.DuplicateKey, name.Mark, "", "A key stands twice in one map", $"{Quoted.Of(name.Text)}, first on line {first.Line}", "each key once", "remove one of the two, or merge them");
                continue;
            }
            seen[name.Text] = name.Mark;
            entries.Add((name, value));
        }
        return new MappingNode(mark, entries);
    }

    private void Refuse(Rule rule, Mark mark, string what, string? got, string allowed, string fix)
    {
        _problems.Add(rule, mark, "", what, got, allowed, fix);
        throw new Refused();
    }

    private static Mark MarkOf(in YamlDotNet.Core.Mark mark) => new((int)mark.Line, (int)mark.Column);

    private static string Clause(YamlException exception) => char.ToLowerInvariant(exception.Message[0]) + exception.Message[1..].TrimEnd('.');

    /// <summary>Ends the reading after a problem that the rest of the text cannot be read behind.</summary>
    private sealed class Refused : Exception;
}
