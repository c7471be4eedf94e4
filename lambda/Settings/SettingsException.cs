namespace Orchestrator.Lambda.Settings;

/// <summary>Environment variables are wrong. The message has a line for each.</summary>
internal sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception($"{problems.Count} {(problems.Count == 1 ? "setting is" : "settings are")} wrong:\n{string.Join('\n', problems.Select(problem => $"  {problem}"))}")
{
    /// <summary>One text for each.</summary>
    internal IReadOnlyList<string> Problems { get; } = problems;
}
