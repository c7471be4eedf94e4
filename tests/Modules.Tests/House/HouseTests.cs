namespace Orchestrator.Modules.Tests.House;

/// <summary>The rules of the house (docs/architecture.md): who may know what.</summary>
public sealed class HouseTests
{
    [Fact]
    public void Rules_findings_values_and_the_manifest_do_not_know_cdktf() =>
        Assert.Empty(Mentioning("Cdktf", "modules", file => file.EndsWith("Rules.cs", StringComparison.Ordinal) || file.EndsWith("Props.cs", StringComparison.Ordinal) || In(file, "Findings", "Manifest", "Network", "Values")));

    [Fact]
    public void Commands_do_not_know_cdktf() => Assert.Empty(Mentioning("Cdktf", "cli", _ => true));

    [Theory]
    [InlineData("review")]
    [InlineData("diagram")]
    public void The_review_and_its_picture_know_neither_cdktf_nor_the_modules(string folder)
    {
        Assert.Empty(Mentioning("Cdktf", folder, _ => true));
        Assert.Empty(Mentioning("Orchestrator.Modules", folder, _ => true));
        Assert.DoesNotContain("modules", File.ReadAllText(Directory.GetFiles(Repository.PathOf(folder), "*.csproj").Single()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_hcl_writer_knows_neither_cdktf_nor_the_modules()
    {
        Assert.Empty(Mentioning("Cdktf", "hcl", _ => true));
        Assert.Empty(Mentioning("Orchestrator.Modules", "hcl", _ => true));
    }

    [Fact]
    public void The_lambda_does_not_know_cdktf() => Assert.Empty(Mentioning("Cdktf", "lambda", _ => true));

    [Fact]
    public void The_lambda_builds_without_the_modules() => Assert.DoesNotContain("ProjectReference", File.ReadAllText(Repository.PathOf("lambda", "Orchestrator.Lambda.csproj")), StringComparison.Ordinal);

    [Fact]
    public void The_simulation_knows_the_lambda_alone()
    {
        Assert.Empty(Mentioning("Cdktf", "simulation", _ => true));
        Assert.Empty(Mentioning("Orchestrator.Modules", "simulation", _ => true));
    }

    [Fact]
    public void Constructs_do_not_format_text_for_people() => Assert.Empty(Mentioning("Console.", "modules", _ => true));

    [Fact]
    public void The_entry_point_has_no_logic() => Assert.True(File.ReadAllLines(Repository.PathOf("main.cs")).Length <= 5);

    [Fact]
    public void The_architecture_names_every_folder()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "architecture.md"));
        var areas = Directory.EnumerateDirectories(Repository.PathOf("modules")).Select(folder => Path.GetFileName(folder)!);

        Assert.DoesNotContain(areas, area => !page.Contains($"`modules/{area}`", StringComparison.Ordinal) && !page.Contains($"`{area}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_file_of_code_holds_one_concept() =>
        Assert.DoesNotContain(new[] { "modules", "cli", "diagram", "hcl", "review", "lambda", "simulation", "bench", "bindings", "standins", "tests" }.SelectMany(Files), file => !file.Contains("node_modules") && File.ReadAllLines(file).Length > 400);

    private static IEnumerable<string> Mentioning(string text, string folder, Func<string, bool> isMeant) =>
        Files(folder).Where(isMeant).Where(file => File.ReadAllText(file).Contains(text, StringComparison.Ordinal)).Select(file => Path.GetRelativePath(Repository.Root, file));

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories);

    private static bool In(string file, params ReadOnlySpan<string> folders)
    {
        foreach (var folder in folders)
        {
            if (file.Contains($"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
