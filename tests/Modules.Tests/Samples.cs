namespace Orchestrator.Modules.Tests;

/// <summary>Which of many cases that the real Terraform looks at are tried: all of them with <c>EVERY_CASE=1</c>, each so many-th of them otherwise, always the same.</summary>
internal static class Samples
{
    /// <summary>Whether all of them are.</summary>
    internal static readonly bool IsWhole = Environment.GetEnvironmentVariable("EVERY_CASE") == "1";

    /// <summary>The cases that are tried.</summary>
    internal static IReadOnlyList<T> Of<T>(IEnumerable<T> cases, int each) => [.. cases.Where((_, index) => IsWhole || index % each == 0)];
}
