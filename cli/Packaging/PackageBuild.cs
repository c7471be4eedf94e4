using System.Diagnostics;

namespace Orchestrator.Cli.Packaging;

/// <summary>Publishes the Lambda and packs it.</summary>
internal static class PackageBuild
{
    /// <summary>Builds the zip of a checkout.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="runtime">What it is to run on.</param>
    /// <param name="scratch">A directory for what is made on the way; kept, so that the next build is quicker.</param>
    /// <param name="zip">The zip.</param>
    /// <exception cref="Failure">It does not build.</exception>
    internal static void Run(string root, string runtime, string scratch, string zip)
    {
        var published = Path.Combine(scratch, "published");
        if (Directory.Exists(published))
        {
            Directory.Delete(published, recursive: true);
        }
        Dotnet(
            root,
            "publish",
            Path.Combine("lambda", "Orchestrator.Lambda.csproj"),
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
            // Neither paths nor symbols, which have paths, get into the assemblies: the same sources in another directory give the same bytes.
            $"-p:PathMap={root}=/source%2C{scratch}=/build",
            "-p:DebugType=none",
            // The ordinary build has looked at the sources already.
            "-p:RunAnalyzers=false",
            "-p:ContinuousIntegrationBuild=true");
        ReproducibleZip.Write(published, zip);
    }

    /// <summary>Runs dotnet in a checkout.</summary>
    /// <returns>What it prints.</returns>
    /// <exception cref="Failure">It fails; with its errors.</exception>
    internal static string Dotnet(string root, params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new Failure($"dotnet {arguments[0]} failed: {Errors(output + error.Result)}");
    }

    private static string Errors(string output)
    {
        var errors = output.Split('\n').Where(line => line.Contains("error ", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct(StringComparer.Ordinal).ToList();
        return errors.Count > 0 ? string.Join('\n', errors) : output.Trim();
    }
}
