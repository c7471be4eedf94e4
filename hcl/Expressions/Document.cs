namespace Orchestrator.Hcl.Expressions;

/// <summary>An expression on its way to text: pieces, and brackets that may be broken into lines.</summary>
internal sealed class Document
{
    private const int LongestLine = 120;
    private const int ShortestBracket = 40;

    private readonly List<object> _parts = [];
    private string? _flat;

    /// <summary>The text on one line.</summary>
    internal string Flat => _flat ??= string.Concat(_parts);

    internal void Add(string text) => _parts.Add(text);

    internal void Add(Bracket bracket) => _parts.Add(bracket);

    internal Document With(Action<Document> write)
    {
        write(this);
        return this;
    }

    /// <summary>The text with line breaks in its longest bracket, and in those in it, as far as it needs them.</summary>
    internal string Lines()
    {
        var longest = _parts.OfType<Bracket>().MaxBy(bracket => bracket.Flat.Length);
        return Flat.Length <= LongestLine || longest is null || longest.Flat.Length <= ShortestBracket ? Flat : Broken(longest, entry => entry.Lines());
    }

    /// <summary>The text with line breaks in its loops, and in the objects that they make, but in nothing else.</summary>
    internal string Loops() => _parts.OfType<Bracket>().ToList() is [var only] && (only.IsLoop || only.Open == "{" || (only.Open == "(" && only.Entries.Count == 1)) ? Broken(only, entry => entry.Loops()) : Flat;

    private string Broken(Bracket bracket, Func<Document, string> text) => string.Concat(_parts.Select(part => ReferenceEquals(part, bracket) ? bracket.Lines(text) : $"{part}"));
}

/// <summary>What stands between two brackets.</summary>
/// <param name="Open">The first bracket.</param>
/// <param name="Entries">What commas divide; of a loop what it repeats over, and what it makes of it.</param>
/// <param name="Close">The other one.</param>
internal sealed record Bracket(string Open, IReadOnlyList<Document> Entries, string Close)
{
    private string? _flat;

    /// <summary>The beginning of a loop; null for anything else.</summary>
    internal string? Loop { get; init; }

    internal bool IsLoop => Loop is not null;

    /// <summary>The text on one line.</summary>
    internal string Flat => _flat ??= Open == "{" ? $"{{ {Content(entry => entry.Flat, ", ")} }}" : $"{Open}{Content(entry => entry.Flat, ", ")}{Close}";

    /// <inheritdoc/>
    public override string ToString() => Flat;

    /// <summary>The text with each entry on a line of its own; the only argument of a function needs none.</summary>
    internal string Lines(Func<Document, string> text) => Open == "(" && Entries.Count == 1
        ? $"({text(Entries[0])})"
        : $"{Open}{$"\n{Content(text, Open == "{" ? "\n" : ",\n")}".Replace("\n", "\n  ")}\n{Close}";

    private string Content(Func<Document, string> text, string separator) => IsLoop ? $"{Loop}{text(Entries[0])} : {text(Entries[1])}" : string.Join(separator, Entries.Select(text));
}
