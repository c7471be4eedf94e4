namespace Orchestrator.Modules.Findings;

/// <summary>A place in a manifest.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in characters.</param>
public sealed record Location(string File, int Line, int Column)
{
    /// <summary><c>FILE:LINE:COLUMN</c>, as editors and terminals make a link of it.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
