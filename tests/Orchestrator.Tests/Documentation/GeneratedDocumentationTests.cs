namespace Orchestrator.Tests.Documentation;

public sealed class GeneratedDocumentationTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("schema", "docs/manifest.schema.json")]
    [InlineData("rules", "docs/rules.md")]
    public void A_generated_page_is_what_its_command_prints(string command, string page)
    {
        var printed = _scratch.Run(command).Output;

        Assert.True(printed == File.ReadAllText(Repository.PathOf(page)), $"{page} is not current: run ./orchestrator {command} > {page}");
    }
}
