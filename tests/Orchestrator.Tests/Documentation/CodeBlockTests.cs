using System.Text.Json;
using System.Text.RegularExpressions;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Documentation;

/// <summary>Blocks that are neither commands, C# nor manifests.</summary>
public sealed partial class CodeBlockTests
{
    [TerraformFact]
    public void Blocks_of_hcl_are_formatted_as_terraform_has_it()
    {
        using var scratch = new Scratch();
        var blocks = Blocks("hcl").Select((block, index) => scratch.Write($"block-{index}.tf", block)).ToList();

        var result = Processes.Run("terraform", ["fmt", "-check", "-diff", "."], scratch.Root);

        Assert.NotEmpty(blocks);
        Assert.True(result.ExitCode == 0, $"{result.Output}{result.Error}");
    }

    [Fact]
    public void Blocks_of_json_are_json()
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

        foreach (var block in Blocks("json"))
        {
            using var document = JsonDocument.Parse(block, options);
        }
    }

    private static IEnumerable<string> Blocks(string language) =>
        Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Append(Repository.PathOf("README.md")).Order(StringComparer.Ordinal)
            .SelectMany(page => Block().Matches(File.ReadAllText(page)))
            .Where(block => block.Groups["language"].Value == language)
            .Select(block => block.Groups["text"].Value);

    [GeneratedRegex("```(?<language>[a-z]+)\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();
}
