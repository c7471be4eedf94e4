using System.Runtime.InteropServices;
using Orchestrator.Cli.Packaging;

namespace Orchestrator.Lambda.Tests.Process;

/// <summary>What runs the executable for arm64: a machine of that kind, or QEMU with the libraries that .ci/install fetches.</summary>
internal static class Arm64
{
    // Where the cross compiler's C library is, and what it lacks: OpenSSL.
    private const string CLibrary = "/usr/aarch64-linux-gnu";
    private static readonly string Libraries = Repository.PathOf("artifacts", "arm64", "usr", "lib", "aarch64-linux-gnu");
    private static readonly string? Emulator = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(directory => Path.Combine(directory, "qemu-aarch64")).FirstOrDefault(File.Exists);

    /// <summary>Why a test that needs it is skipped; null where it is not, or where its absence is to fail the test.</summary>
    internal static string? ReasonToSkip { get; } = Environment.GetEnvironmentVariable(Compilation.RequireNative) == "1" ? null : Missing;

    private static string? Missing => IsOwn || (Emulator is not null && Directory.Exists(CLibrary) && Directory.Exists(Libraries)) ? null : "what runs arm64 is not installed: .ci/install";

    private static bool IsOwn => RuntimeInformation.OSArchitecture == Architecture.Arm64;

    /// <summary>Starts the executable.</summary>
    internal static FunctionProcess Start(string bootstrap, IReadOnlyDictionary<string, string> environment)
    {
        Assert.True(Missing is null, Missing);
        return IsOwn ? new FunctionProcess(bootstrap, environment) : new FunctionProcess(Emulator!, environment, "-L", CLibrary, "-E", $"LD_LIBRARY_PATH={Libraries}", bootstrap);
    }
}

/// <summary>A test that runs the executable for arm64. It is skipped by name where nothing does, unless REQUIRE_AOT is 1: then it fails.</summary>
public sealed class Arm64FactAttribute : FactAttribute
{
    public Arm64FactAttribute() => Skip = Arm64.ReasonToSkip;
}
