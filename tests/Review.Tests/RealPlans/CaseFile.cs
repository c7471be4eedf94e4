namespace Orchestrator.Review.Tests.RealPlans;

/// <summary>
/// A configuration before and after a change, in one file: a line that ends with "# before" stands only in the first, one that ends with
/// "# after" only in the second.
/// </summary>
internal static class CaseFile
{
    private static readonly string Folder = Repository.PathOf("tests", "Review.Tests", "Cases");

    internal static IReadOnlyList<string> Names { get; } = [.. Directory.EnumerateFiles(Folder, "*.tf").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    internal static string Before(string name) => Side(name, "# after");

    internal static string After(string name) => Side(name, "# before");

    private static string Side(string name, string other) =>
        string.Join('\n', File.ReadAllLines(Path.Combine(Folder, $"{name}.tf")).Where(line => !line.TrimEnd().EndsWith(other, StringComparison.Ordinal)));
}
