using System.Xml.Linq;

namespace Orchestrator.Cli.Testing;

/// <summary>What running the tests of a project gave.</summary>
/// <param name="Project">The project.</param>
/// <param name="ExitCode">How its process ended.</param>
/// <param name="Text">What it printed.</param>
/// <param name="Passed">How many tests passed.</param>
/// <param name="Skipped">How many tests were skipped.</param>
/// <param name="Failed">The full names of the tests that failed.</param>
internal sealed record TestRun(string Project, int ExitCode, string Text, int Passed, int Skipped, IReadOnlyList<string> Failed)
{
    private static readonly XNamespace Schema = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Whether the process and all tests ended well.</summary>
    internal bool IsGood => ExitCode == 0 && Failed.Count == 0;

    /// <summary>The run whose results are in a file, where it has come to write one.</summary>
    internal static TestRun Of(string project, int exitCode, string text, string trx)
    {
        var outcomes = File.Exists(trx)
            ? XDocument.Load(trx).Descendants(Schema + "UnitTestResult").ToLookup(result => (string?)result.Attribute("outcome"), result => (string)result.Attribute("testName")!)
            : Enumerable.Empty<string>().ToLookup(name => (string?)name);
        var passed = outcomes["Passed"].Count();
        var skipped = outcomes["NotExecuted"].Count();
        return new TestRun(project, exitCode, text, passed, skipped, [.. outcomes.Where(outcome => outcome.Key is not ("Passed" or "NotExecuted")).SelectMany(names => names).Order(StringComparer.Ordinal)]);
    }
}
