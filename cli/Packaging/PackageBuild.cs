namespace Orchestrator.Cli.Packaging;

/// <summary>Publishes the Lambda and packs it.</summary>
internal static class PackageBuild
{
    /// <summary>The GNU C library of Amazon Linux 2023, on which provided.al2023 runs: https://docs.aws.amazon.com/linux/al2023/ug/core-glibc.html</summary>
    internal static readonly Version Glibc = new(2, 34);

    private static readonly string Project = Path.Combine("lambda", "Orchestrator.Lambda.csproj");

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

    /// <summary>Publishes.</summary>
    /// <returns>Why this machine and its package registry cannot; null where they could.</returns>
    private static string? Publish(string root, string runtime, string scratch, string published, params IReadOnlyList<string> properties)
    {
        if (DotnetSdk.Publish(root, Project, runtime, scratch, published, properties) is { } lacking)
        {
            return lacking;
        }
        var newest = Directory.EnumerateFiles(published).Select(file => ElfFile.Read(file)?.NewestGlibc).Max();
        return newest > Glibc ? $"it was linked with a C library (glibc) {newest}, and Amazon Linux 2023 has {Glibc}" : null;
    }
}
