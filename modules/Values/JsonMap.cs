namespace Orchestrator.Modules.Values;

/// <summary>A JSON object for <see cref="Json"/>: its keys in the order in which they are given.</summary>
internal sealed class JsonMap(params IEnumerable<(string Key, object? Value)> entries)
{
    internal IReadOnlyList<(string Key, object? Value)> Entries { get; } = [.. entries];

    /// <summary>Whether it stays even where nothing in it is set.</summary>
    internal bool IsKept { get; init; }

    /// <summary>Whether everything in it is there, whatever only Terraform knows.</summary>
    internal bool IsWhole { get; init; }
}
