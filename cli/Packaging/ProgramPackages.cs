using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli.Packaging;

/// <summary>The packages of the program and of its library, as setup/pack.proj makes them.</summary>
internal static class ProgramPackages
{
    /// <summary>What the program can be packed for.</summary>
    internal static readonly string[] Runtimes = ["linux-x64", "linux-arm64", "osx-x64", "osx-arm64"];

    /// <summary>Makes them.</summary>
    /// <param name="directory">Where to; packages that are there already make room.</param>
    /// <param name="runtimes">What the program is packed for.</param>
    /// <param name="withArchives">Whether there are archives too.</param>
    /// <returns>The names of the files.</returns>
    /// <exception cref="Failure">They cannot be made.</exception>
    internal static IReadOnlyList<string> Make(string directory, IReadOnlyList<string> runtimes, bool withArchives)
    {
        var scratch = Checkout.PathOf("artifacts", "pack");
        Directory.CreateDirectory(scratch);
        using var packLock = BuildLock.Take(Path.Combine(scratch, "lock"));
        foreach (var runtime in new[] { LambdaPackage.Arm64, LambdaPackage.X64 })
        {
            LambdaPackage.Get(runtime);
        }
        var (packages, archives) = (Empty(Path.Combine(scratch, "packages")), Empty(Path.Combine(scratch, "archives")));
        DotnetSdk.Run(
            Checkout.Root,
            "msbuild",
            Path.Combine("setup", "pack.proj"),
            "-nologo",
            "-verbosity:quiet",
            "-nodeReuse:false",
            "-maxCpuCount",
            "-p:UseSharedCompilation=false",
            $"-p:PackedRuntimes={string.Join('+', runtimes)}",
            $"-p:PackagesPath={packages}",
            $"-p:ArchivesPath={(withArchives ? $"{archives}/" : "")}");
        foreach (var runtime in withArchives ? runtimes : [])
        {
            ReproducibleTar.Write(Path.Combine(archives, runtime), $"orchestrator-{runtime}", Path.Combine(packages, $"orchestrator-{Version}-{runtime}.tar.gz"));
        }
        Directory.CreateDirectory(directory);
        var files = Directory.EnumerateFiles(packages).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            File.Move(Path.Combine(packages, file), Path.Combine(directory, file), overwrite: true);
        }
        return files;
    }

    private static string Version => typeof(ProgramPackages).Assembly.GetName().Version!.ToString(3);

    private static string Empty(string directory)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
        return Directory.CreateDirectory(directory).FullName;
    }
}
