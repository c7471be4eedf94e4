using System.Diagnostics;
using System.Xml.Linq;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli.Testing;

/// <summary>A project of tests, which has been built.</summary>
/// <param name="Name">That of its folder.</param>
/// <param name="Assembly">What it was built to.</param>
internal sealed record TestProject(string Name, string Assembly)
{
    // What takes longest begins first, so that no processor has nothing to do in the end.
    private static readonly string[] Longest = ["Orchestrator.Tests", "Lambda.Tests", "Review.Tests", "Modules.Tests"];

    /// <summary>Those of a solution, in the order in which to run them.</summary>
    internal static IReadOnlyList<TestProject> Of(string solution) =>
    [
        .. XDocument.Load(solution).Descendants("Project").Select(project => (string)project.Attribute("Path")!).Where(path => path.StartsWith("tests/", StringComparison.Ordinal))
            .Select(path => (Folder: Path.GetFileName(Path.GetDirectoryName(path)!), File: Path.GetFileNameWithoutExtension(path)))
            .OrderBy(project => Array.IndexOf(Longest, project.Folder) is var place and >= 0 ? place : Longest.Length)
            .Select(project => new TestProject(project.Folder, Checkout.PathOf("artifacts", "bin", project.File, "release", $"{project.File}.dll"))),
    ];

    /// <summary>Runs the tests whose full name contains the filter, or all.</summary>
    internal async Task<TestRun> RunAsync(string results, string? filter, CancellationToken cancellationToken)
    {
        var trx = Path.Combine(results, $"{Name}.trx");
        List<string> arguments = ["test", Assembly, "--nologo", "--logger", "console;verbosity=minimal", "--logger", $"trx;LogFileName={Path.GetFileName(trx)}", "--results-directory", results];
        if (filter is not null)
        {
            arguments.AddRange(["--filter", $"FullyQualifiedName~{filter}"]);
        }
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Checkout.Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // The tests call the program by other names than this one was called by.
        start.Environment.Remove(Hint.Variable);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return TestRun.Of(Name, process.ExitCode, output + await error, trx);
    }
}
