using System.Diagnostics;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli.Bench;

/// <summary>
/// This program with the whole of @cdktf/provider-aws behind it instead of the submodules in use: what one gets without trimming. The C#
/// types are the same; node loads all 24,943 descriptions.
/// </summary>
internal static class UntrimmedBuild
{
    private static readonly string Bindings = Checkout.PathOf("artifacts", "bench", "bindings");
    private static readonly string Output = Checkout.PathOf("artifacts", "bench", "untrimmed");

    /// <summary>The built program.</summary>
    internal static string Program => Path.Combine(Output, "bin", "Orchestrator", "release", Path.GetFileName(ManagedProgram.Assembly));

    /// <summary>Builds it, if this checkout has not done so since the program itself was built.</summary>
    internal static void Prepare()
    {
        if (File.Exists(Program) && File.GetLastWriteTimeUtc(Program) >= File.GetLastWriteTimeUtc(ManagedProgram.Assembly))
        {
            return;
        }
        Terminal.Line("bench: building with the whole provider package, for comparison");
        Run("node", Checkout.PathOf("bindings", "generate.mjs"), Bindings, "--whole");
        Run("dotnet", "build", Checkout.PathOf("Orchestrator.csproj"), "--configuration", "Release", "--verbosity", "quiet", "--nologo", "--disable-build-servers", $"-p:BindingsPath={Bindings}/", $"-p:ArtifactsPath={Output}");
        File.SetLastWriteTimeUtc(Program, TimeProvider.System.GetUtcNow().UtcDateTime);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new Failure($"{program} failed: {output.Trim()}");
        }
    }
}
