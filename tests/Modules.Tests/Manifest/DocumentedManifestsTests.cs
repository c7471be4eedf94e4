using System.Text.RegularExpressions;
using Orchestrator.Modules.Manifest;
using YamlDotNet.RepresentationModel;

namespace Orchestrator.Modules.Tests.Manifest;

/// <summary>What the pages show of manifests is read as a manifest: no key and no type in it is one that there is not.</summary>
public sealed partial class DocumentedManifestsTests
{
    private static readonly string[] Reading = ["MAN001", "MAN002", "MAN003", "MAN004", "MAN005"];

    private static readonly HashSet<string> Sections = [.. Shape.Of(typeof(ManifestProps)).Properties.Select(property => property.Key)];

    /// <summary>The page and the text of each block.</summary>
    public static TheoryData<string, string> Blocks
    {
        get
        {
            var blocks = new TheoryData<string, string>();
            foreach (var page in Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Append(Repository.PathOf("README.md")).Where(page => Path.GetFileName(page) != "rules.md").Order(StringComparer.Ordinal))
            {
                foreach (Match block in YamlBlock().Matches(File.ReadAllText(page)))
                {
                    blocks.Add(Path.GetFileName(page), block.Groups["text"].Value);
                }
            }
            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_is_yaml_and_a_manifest_where_it_shows_sections(string page, string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));

        // A block that begins further in shows a part of something, or another program's file.
        if (stream.Documents is [{ RootNode: YamlMappingNode top }] && top.Children.Keys.All(key => Sections.Contains($"{key}")))
        {
            Assert.True(Manifests.Read(text).Findings.All(finding => !Reading.Contains(finding.Rule.Id)), $"{page}: {string.Join('\n', Manifests.Check(text))}");
        }
    }

    [GeneratedRegex("```yaml\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YamlBlock();
}
