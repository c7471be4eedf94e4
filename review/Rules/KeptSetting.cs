using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>An argument that the provider keeps.</summary>
/// <param name="Type">The resource's type.</param>
/// <param name="Path">The argument, with dots; <c>*</c> for each of repeated blocks.</param>
/// <param name="Default">AWS's default; empty where that is nothing.</param>
internal sealed record KeptSetting(string Type, string Path, string Default)
{
    /// <summary>Whether it is kept also where its block is there without it; else its block gives it a default.</summary>
    internal bool IsOfItself { get; init; }

    /// <summary>Other arguments that give the same.</summary>
    internal IReadOnlyList<string> OrBy { get; init; } = [];

    /// <summary>The argument of a launch template that gives it; null where none does.</summary>
    internal string? InTemplate { get; init; }

    /// <summary>What to do.</summary>
    internal string Advice { get; init; } = Default.Length == 0 ? "Write the argument with the value that is meant." : $"Write the argument: the value that is meant, or the default, {Default}.";

    /// <summary>Where a resource has it.</summary>
    internal IEnumerable<string> PathsIn(ResourceChange change) => Path.Split(".*.") switch
    {
        [var blocks, var rest] => Enumerable.Range(0, change.Before.At(blocks).Items.Count).Select(index => $"{blocks}.{index}.{rest}"),
        _ => [Path],
    };

    /// <summary>Whether it is, before and after, something else than the default.</summary>
    internal bool Stays(ResourceChange change, string path) =>
        (change.Before.At(path).Text ?? (change.Before.At(path).Names().Any() ? "a map" : null)) is { Length: > 0 } before && before != Default && change.Differs(path) == Answer.No;
}
