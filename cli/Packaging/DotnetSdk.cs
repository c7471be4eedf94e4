using System.Diagnostics;

namespace Orchestrator.Cli.Packaging;

/// <summary>What the SDK does in a checkout.</summary>
internal static class DotnetSdk
{
    // NuGet's: no such package; no such version; none that fits.
    private static readonly string[] Lacking = ["error NU1101:", "error NU1102:", "error NU1103:"];

    /// <summary>Publishes a project of a checkout. The same sources in another directory give the same bytes.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="project">The project, from its top.</param>
    /// <param name="runtime">What it is to run on.</param>
    /// <param name="scratch">A directory for what is made on the way; kept, so that the next build is quicker.</param>
    /// <param name="published">The directory to publish into; emptied first.</param>
    /// <param name="properties">Options for MSBuild.</param>
    /// <returns>Why the package registry cannot; null where it could.</returns>
    /// <exception cref="Failure">It does not build.</exception>
    internal static string? Publish(string root, string project, string runtime, string scratch, string published, params IReadOnlyList<string> properties)
    {
        if (Directory.Exists(published))
        {
            Directory.Delete(published, recursive: true);
        }
        IReadOnlyList<string> arguments =
        [
            "publish",
            project,
            "--configuration",
            "Release",
            "--runtime",
            runtime,
            "--output",
            published,
            "--verbosity",
            "quiet",
            "--nologo",
            "--disable-build-servers",
            $"-p:ArtifactsPath={scratch}",
            // Neither paths nor symbols, which have paths, get into the assemblies.
            $"-p:PathMap={root}=/source%2C{scratch}=/build",
            "-p:DebugType=none",
            // The ordinary build has looked at the sources already.
            "-p:RunAnalyzers=false",
            "-p:ContinuousIntegrationBuild=true",
            .. properties,
        ];
        var (exitCode, output) = Start(root, arguments);
        return exitCode == 0 ? null
            : output.Split('\n').FirstOrDefault(line => Lacking.Any(line.Contains)) is { } line ? $"the package registry lacks a package; {Message(line)}"
            : throw Failed(arguments, output);
    }

    /// <summary>Runs dotnet.</summary>
    /// <returns>What it prints.</returns>
    /// <exception cref="Failure">It fails; with its errors.</exception>
    internal static string Run(string root, params IReadOnlyList<string> arguments)
    {
        var (exitCode, output) = Start(root, arguments);
        return exitCode == 0 ? output : throw Failed(arguments, output);
    }

    private static (int ExitCode, string Output) Start(string root, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // Its messages are read here.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + error.Result);
    }

    private static Failure Failed(IReadOnlyList<string> arguments, string output)
    {
        var errors = output.Split('\n').Where(line => line.Contains("error ", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct(StringComparer.Ordinal).ToList();
        return new Failure($"dotnet {arguments[0]} failed: {(errors.Count > 0 ? string.Join("; ", errors) : output.Trim())}");
    }

    /// <summary>"…/Project.csproj : error NU1101: Unable to find package X. [project]" → "NU1101: Unable to find package X."</summary>
    private static string Message(string line) => line[(line.IndexOf("error ", StringComparison.Ordinal) + "error ".Length)..].Split(" [")[0].Trim();
}
