using Orchestrator.Cli.Packaging;

namespace Orchestrator.Lambda.Tests.Process;

/// <summary>The same sources in another directory give the same zip.</summary>
public sealed class ReproducibleTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("another-checkout-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData(LambdaPackage.Arm64)]
    [InlineData(LambdaPackage.X64)]
    public void Two_builds_in_different_directories_give_the_same_bytes(string runtime)
    {
        var checkout = Path.Combine(_directory.FullName, "deeper", "checkout");
        foreach (var file in Sources())
        {
            var target = Path.Combine(checkout, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Repository.PathOf(file), target);
        }
        var zip = Path.Combine(_directory.FullName, "other.zip");

        PackageBuild.Run(checkout, runtime, Compilation.Find(runtime), Path.Combine(_directory.FullName, "scratch"), zip);

        Assert.Equal(File.ReadAllBytes(LambdaPackage.Get(runtime).Path), File.ReadAllBytes(zip));
    }

    private static IEnumerable<string> Sources() =>
        new[] { "lambda", "standins" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Concat([".editorconfig", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", Path.Combine("artifacts", "setup", "standins.props")])
            .Where(file => File.Exists(Repository.PathOf(file)));
}
