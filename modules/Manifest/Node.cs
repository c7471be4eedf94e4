namespace Orchestrator.Modules.Manifest;

/// <summary>A piece of YAML with the place where it begins.</summary>
/// <param name="Mark">Where it begins.</param>
/// <param name="Size">How many nodes it has, aliases written out: what a reader of the tree would visit.</param>
internal abstract record Node(Mark Mark, long Size)
{
    /// <summary>What it is, in words for a message.</summary>
    internal abstract string Describe { get; }
}

/// <summary>A line and a column, both from 1.</summary>
internal readonly record struct Mark(int Line, int Column);

/// <summary>A scalar. <paramref name="Plain"/> tells whether it was written without quotes, so that it may be a number, a boolean or nothing.</summary>
internal sealed record ScalarNode(Mark Mark, string Text, bool Plain) : Node(Mark, 1)
{
    /// <summary>What was put in for placeholders; empty where the manifest itself has the whole text.</summary>
    internal IReadOnlyList<string> PutIn { get; init; } = [];

    /// <summary>Whether all of it was put in for one placeholder.</summary>
    internal bool IsPutIn => PutIn is [var whole] && whole == Text;

    /// <summary>What YAML 1.2's core schema makes of it.</summary>
    internal ScalarKind Kind => Plain ? CoreSchema.KindOf(Text) : ScalarKind.String;

    internal override string Describe => Kind switch
    {
        ScalarKind.Null => "nothing",
        ScalarKind.Boolean => $"the boolean {Text}",
        ScalarKind.Integer or ScalarKind.Float => $"the number {Text}",
        _ => $"the string {Findings.Quoted.Of(Text)}",
    };
}

/// <summary>A list.</summary>
internal sealed record SequenceNode(Mark Mark, IReadOnlyList<Node> Items) : Node(Mark, 1 + Items.Sum(item => item.Size))
{
    internal override string Describe => "a list";
}

/// <summary>A map, in the order in which it was written.</summary>
internal sealed record MappingNode(Mark Mark, IReadOnlyList<(ScalarNode Key, Node Value)> Entries) : Node(Mark, 1 + Entries.Sum(entry => entry.Value.Size))
{
    internal override string Describe => "a map";

    /// <summary>The entry of a key; nulls where there is none.</summary>
    internal (ScalarNode? Key, Node? Value) Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry;
            }
        }
        return default;
    }
}
