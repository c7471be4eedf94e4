using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli.Packaging;

/// <summary>This program as machine code, which starts at once (docs/adr/0014-machine-code.md). The launcher runs it while it is newer than the last set-up.</summary>
internal static class NativeProgram
{
    private const string Documentation = "Orchestrator.Modules.xml";

    /// <summary>The executable of this checkout.</summary>
    internal static string Executable => Checkout.PathOf("artifacts", "bin", "Orchestrator", "native", "orchestrator");

    /// <summary>Makes it of this checkout.</summary>
    /// <param name="executable">The executable.</param>
    /// <returns>Why this machine and its package registry cannot; null where they could.</returns>
    /// <exception cref="Failure">It does not build.</exception>
    internal static string? Make(string executable)
    {
        var scratch = Directory.CreateDirectory(Checkout.PathOf("artifacts", "native")).FullName;
        using var buildLock = BuildLock.Take(Path.Combine(scratch, "lock"));
        var (tools, problem) = NativeToolchain.Find(LambdaPackage.OwnRuntime);
        var published = Path.Combine(scratch, "published");
        if (tools is null)
        {
            return problem;
        }
        if (DotnetSdk.Publish(Checkout.Root, "Orchestrator.csproj", LambdaPackage.OwnRuntime, scratch, published, "-p:ProgramIsNative=true", "-p:CrossgenInUse=false", $"-p:ObjCopyName={tools.ObjectCopy}") is { } lacking)
        {
            return lacking;
        }
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(executable)!).FullName;
        File.Copy(Path.Combine(published, Documentation), Path.Combine(folder, Documentation), overwrite: true);
        // Whole, or not at all: somebody may be about to start it.
        File.Copy(Path.Combine(published, "orchestrator"), $"{executable}.new", overwrite: true);
        File.Move($"{executable}.new", executable, overwrite: true);
        return null;
    }
}
