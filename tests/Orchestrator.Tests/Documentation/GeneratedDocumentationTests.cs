namespace Orchestrator.Tests.Documentation;

public sealed class GeneratedDocumentationTests
{
    [Theory]
    [InlineData("schema", "docs/manifest.schema.json")]
    [InlineData("rules --examples tests/Modules.Tests/Rules/Cases", "docs/rules.md")]
    [InlineData("rules --names", "docs/names.md")]
    [InlineData("review --rules", "docs/plan-rules.md")]
    public void A_generated_page_is_what_its_command_prints(string command, string page)
    {
        var printed = Launcher.Run(command.Split(' ')).Output;

        Assert.True(printed == File.ReadAllText(Repository.PathOf(page)), $"{page} is not current: run ./orchestrator {command} > {page}");
    }

    [Fact]
    public void The_pages_of_sections_are_what_their_command_writes()
    {
        using var scratch = new Scratch();

        Launcher.Run("schema", "--pages", scratch.PathOf("sections"));

        Assert.Equal(Contents(Repository.PathOf("docs", "sections")), Contents(scratch.PathOf("sections")));
    }

    private static SortedDictionary<string, string> Contents(string directory) =>
        new(Directory.EnumerateFiles(directory).ToDictionary(file => Path.GetFileName(file), File.ReadAllText), StringComparer.Ordinal);
}
