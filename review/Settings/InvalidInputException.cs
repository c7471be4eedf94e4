namespace Orchestrator.Review.Settings;

/// <summary>A file that a person wrote has mistakes: one message each, with its place, what was found, and what is allowed.</summary>
public sealed class InvalidInputException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>The mistakes.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
