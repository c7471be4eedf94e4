using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Tests.House;

/// <summary>The rules of the house (docs/architecture.md): who may know what.</summary>
public sealed class HouseTests
{
    [Fact]
    public void Rules_findings_values_and_the_manifest_do_not_know_cdktf() =>
        Assert.Empty(Mentioning("Cdktf", "modules", file => file.EndsWith("Rules.cs", StringComparison.Ordinal) || file.EndsWith("Props.cs", StringComparison.Ordinal) || In(file, "Findings", "Manifest", "Network", "Values")));

    [Theory]
    [InlineData("Values")]
    [InlineData("Findings", "Values")]
    public void What_every_area_stands_on_knows_none(string folder, params string[] known) => Assert.Empty(KnownBy(folder).Except(known));

    [Fact]
    public void No_two_areas_know_each_other()
    {
        var areas = Folders.Except(["Values", "Findings", "Catalogue", "Names", "Manifest", "Synthesis", "Publishing", "Diagrams"]).ToDictionary(area => area, KnownBy);

        var circles = from one in areas.Keys from other in areas.Keys where string.CompareOrdinal(one, other) < 0 && areas[one].Contains(other) && areas[other].Contains(one) select $"{one} and {other}";

        // A load balancer forwards to groups, and a group's target can be a load balancer.
        Assert.Equal(["LoadBalancing and TargetGroups"], circles);
    }

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

    /// <summary>The library's own way to nodes ends the process at what nests without end.</summary>
    [Theory]
    [InlineData("cli")]
    [InlineData("modules")]
    [InlineData("review")]
    [InlineData("simulation")]
    public void Yaml_from_outside_is_read_within_limits(string folder) => Assert.Empty(Mentioning("new YamlStream", folder, _ => true));

    [Theory]
    [InlineData("modules")]
    [InlineData("review")]
    [InlineData("diagram")]
    [InlineData("hcl")]
    [InlineData("simulation")]
    [InlineData("text")]
    public void Who_makes_text_does_not_print_it(string folder) => Assert.Empty(Mentioning("Console.", folder, file => Path.GetFileName(file) != "InputFile.cs"));

    /// <summary>What is printed goes through the one place where text from outside loses what could command a terminal or a build server.</summary>
    [Theory]
    [InlineData("Console.Out")]
    [InlineData("Console.Error")]
    [InlineData("Console.Write")]
    [InlineData("OpenStandardOutput")]
    [InlineData("OpenStandardError")]
    public void Commands_print_through_plain_text_alone(string way) =>
        Assert.Empty(Mentioning(way, "cli", file => Path.GetFileName(file) is not ("StandardOutput.cs" or "Terminal.cs")).Concat(Mentioning(way, ".", file => Path.GetFileName(file) == "main.cs")));

    [Theory]
    [InlineData("StandardOutput.cs")]
    [InlineData("Terminal.cs")]
    public void What_prints_passes_nothing_by_plain_text(string file) =>
        Assert.DoesNotContain(File.ReadAllLines(Repository.PathOf("cli", "Output", file)), line => line.Contains("Write(", StringComparison.Ordinal) && line.Contains('{') && line.Contains("$\"", StringComparison.Ordinal) && !line.Contains("PlainText.", StringComparison.Ordinal));

    [Fact]
    public void The_entry_point_has_no_logic() => Assert.True(File.ReadAllLines(Repository.PathOf("main.cs")).Length <= 5);

    [Fact]
    public void The_architecture_names_every_folder()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "architecture.md"));

        Assert.DoesNotContain(Folders, area => !page.Contains($"`modules/{area}`", StringComparison.Ordinal) && !page.Contains($"`{area}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_file_of_code_holds_one_concept() =>
        Assert.DoesNotContain(new[] { "modules", "cli", "diagram", "hcl", "review", "text", "lambda", "simulation", "bench", "bindings", "standins", "tests" }.SelectMany(Files), file => !file.Contains("node_modules") && File.ReadAllLines(file).Length > 400);

    private static IEnumerable<string> Folders => Directory.EnumerateDirectories(Repository.PathOf("modules")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    /// <summary>The folders of the modules whose namespace a folder's files use, or one of whose types they name by it.</summary>
    private static IReadOnlyList<string> KnownBy(string folder)
    {
        var texts = Files(Path.Combine("modules", folder)).Select(File.ReadAllText).ToList();
        return [.. Folders.Where(other => other != folder).Where(other =>
        {
            var types = string.Join('|', Files(Path.Combine("modules", other)).Select(Path.GetFileNameWithoutExtension));
            var known = new Regex($@"\busing ([A-Za-z]+ = )?Orchestrator\.Modules\.{other}\b|(?<![\w.]){other}\.({types})\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
            return texts.Exists(known.IsMatch);
        })];
    }

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
