using System.Diagnostics;

namespace Orchestrator.Cli.Packaging;

/// <summary>Publishes the Lambda and packs it.</summary>
internal static class PackageBuild
{
    /// <summary>The GNU C library of Amazon Linux 2023, on which provided.al2023 runs: https://docs.aws.amazon.com/linux/al2023/ug/core-glibc.html</summary>
    internal static readonly Version Glibc = new(2, 34);

    // NuGet's: no such package; no such version; none that fits.
    private static readonly string[] Lacking = ["error NU1101:", "error NU1102:", "error NU1103:"];

    /// <summary>Builds the zip of a checkout.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="runtime">What it is to run on.</param>
    /// <param name="wanted">How it is compiled, where the package registry has the compiler.</param>
    /// <param name="scratch">A directory for what is made on the way; kept, so that the next build is quicker.</param>
    /// <param name="zip">The zip.</param>
    /// <returns>How it has been compiled.</returns>
    /// <exception cref="Failure">It does not build.</exception>
    internal static Compilation Run(string root, string runtime, Compilation wanted, string scratch, string zip)
    {
        var published = Path.Combine(scratch, "published");
        var compilation = wanted;
        if (wanted.Toolchain is { } tools && Publish(root, runtime, scratch, published, "-p:PackageIsNative=true", $"-p:ObjCopyName={tools.ObjectCopy}") is { } problem)
        {
            compilation = Compilation.ReadyToRun(problem);
        }
        if (!compilation.IsNative && Publish(root, runtime, scratch, published) is { } lacking)
        {
            throw new Failure($"the sync function cannot be compiled for {runtime}: {lacking}");
        }
        ReproducibleZip.Write(published, zip);
        return compilation;
    }

    /// <summary>Runs dotnet in a checkout.</summary>
    /// <returns>What it prints.</returns>
    /// <exception cref="Failure">It fails; with its errors.</exception>
    internal static string Dotnet(string root, params IReadOnlyList<string> arguments)
    {
        var (exitCode, output) = Start(root, arguments);
        return exitCode == 0 ? output : throw Failed(arguments, output);
    }

    /// <summary>Publishes.</summary>
    /// <returns>Why this machine and its package registry cannot; null where they could.</returns>
    private static string? Publish(string root, string runtime, string scratch, string published, params IReadOnlyList<string> properties)
    {
        if (Directory.Exists(published))
        {
            Directory.Delete(published, recursive: true);
        }
        IReadOnlyList<string> arguments =
        [
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
            "-p:ContinuousIntegrationBuild=true",
            .. properties,
        ];
        var (exitCode, output) = Start(root, arguments);
        if (exitCode != 0)
        {
            return output.Split('\n').FirstOrDefault(line => Lacking.Any(line.Contains)) is { } line ? $"the package registry lacks a package; {Message(line)}" : throw Failed(arguments, output);
        }
        var newest = Directory.EnumerateFiles(published).Select(file => ElfFile.Read(file)?.NewestGlibc).Max();
        return newest > Glibc ? $"it was linked with a C library (glibc) {newest}, and Amazon Linux 2023 has {Glibc}" : null;
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
