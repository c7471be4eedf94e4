namespace Orchestrator.Tests.Installed;

/// <summary>The example in C#, copied elsewhere and built from the packages.</summary>
[Collection(nameof(Installation))]
public sealed class LibraryTests : IDisposable
{
    private readonly Installation _installation;
    private readonly Scratch _scratch = new();

    public LibraryTests(Installation installation)
    {
        _installation = installation;
        var example = Repository.PathOf("examples", "csharp");
        foreach (var file in new[] { "Directory.Build.props", "nuget.config" }.Concat(Directory.EnumerateFiles(Path.Combine(example, "Shop")).Select(file => Path.GetRelativePath(example, file))))
        {
            _scratch.Write(file, File.ReadAllText(Path.Combine(example, file)));
        }
        Directory.CreateSymbolicLink(_scratch.PathOf("packages"), installation.Packages);
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void It_tells_its_findings_in_lines_and_writes_what_its_own_test_has_approved()
    {
        var stack = _scratch.Read("Shop", "ShopStack.cs");
        _scratch.Write(Path.Combine("Shop", "ShopStack.cs"), stack.Replace("Port = 8080", "Port = 0", StringComparison.Ordinal));
        var refused = Run();
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("error TG035 shop-dev/app.port is out of range: got 0, allowed 1 to 65535; set the port that the targets serve on\n", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_scratch.PathOf("cdktf.out", "stacks", "shop-dev", "cdk.tf.json")));

        _scratch.Write(Path.Combine("Shop", "ShopStack.cs"), stack);
        var written = Run();
        Assert.True(written.ExitCode == 0, written.Output + written.Error);
        Assert.Equal(
            File.ReadAllText(Repository.PathOf("examples", "csharp", "Shop.Tests", "ShopStackTests.The_configuration_is_the_approved_one.verified.txt")).TrimEnd(),
            _scratch.Read("cdktf.out", "stacks", "shop-dev", "cdk.tf.json").TrimEnd());
    }

    [Theory]
    [InlineData("Orchestrator.Modules.0.1.0.nupkg", "lib/net10.0/Orchestrator.Modules.xml")]
    [InlineData("Orchestrator.Modules.0.1.0.snupkg", "lib/net10.0/Orchestrator.Modules.pdb")]
    public void The_library_has_documentation_and_symbols(string package, string file)
    {
        using var archive = System.IO.Compression.ZipFile.OpenRead(Path.Combine(_installation.Packages, package));

        Assert.Contains(file, archive.Entries.Select(entry => entry.FullName));
    }

    private ProcessResult Run() => _installation.Dotnet(_scratch.Root, "run", "--project", "Shop", "--configuration", "Release", $"-p:RestoreSources={_installation.Packages}");
}
