using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli.Packaging;

/// <summary>The compiler, the linker and the C library outside of the SDK that a native executable takes.</summary>
/// <param name="Versions">What they say they are; another linker may make another executable.</param>
/// <param name="ObjectCopy">What strips symbols.</param>
internal sealed record NativeToolchain(string Versions, string ObjectCopy)
{
    private const string Compiler = "clang";

    // The SDK's own choice on Linux.
    private const string Linker = "-fuse-ld=bfd";

    /// <summary>Links a program for a runtime, to see whether all is there.</summary>
    /// <param name="runtime">linux-x64 or linux-arm64.</param>
    /// <returns>The tools; or null, and what is missing with how to get it.</returns>
    internal static (NativeToolchain? Tools, string Problem) Find(string runtime)
    {
        if (!OperatingSystem.IsLinux())
        {
            return (null, "executables for Linux are linked on Linux");
        }
        var isOwn = runtime == LambdaPackage.OwnRuntime;
        var machine = runtime == LambdaPackage.Arm64 ? "aarch64" : "x86_64";
        var objectCopy = isOwn ? "objcopy" : $"{machine}-linux-gnu-objcopy";
        var packages = isOwn ? "clang binutils libc6-dev" : runtime == LambdaPackage.Arm64 ? "clang gcc-aarch64-linux-gnu libc6-dev-arm64-cross" : "clang gcc-x86-64-linux-gnu libc6-dev-amd64-cross";
        if (Run(Compiler, ["--version"]) is not { } compiler)
        {
            return (null, $"clang is not installed (on Debian: apt-get install {packages})");
        }
        var directory = Directory.CreateTempSubdirectory("link-");
        try
        {
            var source = Path.Combine(directory.FullName, "program.c");
            File.WriteAllText(source, "int main(void) { return 0; }\n");
            // The linker says its version and goes on.
            IReadOnlyList<string> arguments = [.. isOwn ? (string[])[] : [$"--target={machine}-linux-gnu"], Linker, "-Wl,-v", source, "-o", Path.Combine(directory.FullName, "program")];
            return Run(Compiler, arguments) is { } linker && Run(objectCopy, ["--version"]) is not null
                ? (new NativeToolchain($"{FirstLine(compiler)}, {FirstLine(linker)}", objectCopy), "")
                : (null, $"clang cannot link for {runtime} (on Debian: apt-get install {packages})");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();

    /// <summary>What a program prints; null where there is none, or it fails.</summary>
    private static string? Run(string program, IReadOnlyList<string> arguments) => ProgramOutput.Of(program, arguments) is { ExitCode: 0 } output ? output.Text : null;
}
