using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Orchestrator.Text;

/// <summary>YAML from outside as nodes. What would end the process is refused first: maps without end, keys that are maps, things within themselves.</summary>
public static class YamlInput
{
    private const int DeepestLevel = 64;

    private enum Next
    {
        Item,
        Key,
        Value,
    }

    /// <summary>The documents of a text.</summary>
    /// <exception cref="YamlException">It is not YAML, nests deeper than 64 levels, or has a key that is no text.</exception>
    public static IReadOnlyList<YamlDocument> Read(string text)
    {
        var scanner = new Scanner(new StringReader(text), skipComments: true);
        try
        {
            Require(new Parser(scanner));
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return [.. stream.Documents];
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // YamlDotNet fails in this way at a few texts that are not YAML.
            throw new YamlException(scanner.CurrentPosition, scanner.CurrentPosition, "the text ends too early or goes on too long: look for a bracket or a quote above that is not closed", exception);
        }
    }

    private static void Require(Parser parser)
    {
        var open = new Stack<(Next Next, AnchorName Anchor)>();
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            if (current is MappingEnd or SequenceEnd)
            {
                open.Pop();
            }
            else if (current is NodeEvent or AnchorAlias)
            {
                if (current is AnchorAlias alias && open.Any(node => node.Anchor == alias.Value))
                {
                    throw new YamlException(current.Start, current.End, $"*{alias.Value} is within what it stands for");
                }
                Count(open, current);
                if (current is MappingStart or SequenceStart)
                {
                    open.Push((current is MappingStart ? Next.Key : Next.Item, ((NodeEvent)current).Anchor));
                }
                if (open.Count > DeepestLevel)
                {
                    throw new YamlException(current.Start, current.End, $"more than {DeepestLevel} levels are nested");
                }
            }
        }
    }

    private static void Count(Stack<(Next Next, AnchorName Anchor)> open, ParsingEvent current)
    {
        if (!open.TryPop(out var top))
        {
            return;
        }
        if (top.Next == Next.Key && current is not Scalar)
        {
            throw new YamlException(current.Start, current.End, "a key is a text");
        }
        open.Push(top with { Next = top.Next switch { Next.Key => Next.Value, Next.Value => Next.Key, _ => Next.Item } });
    }
}
