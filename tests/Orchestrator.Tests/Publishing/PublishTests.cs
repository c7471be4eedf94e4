using System.Text.Json.Nodes;

namespace Orchestrator.Tests.Publishing;

/// <summary>The command.</summary>
public sealed class PublishTests(PublishedModules modules) : IClassFixture<PublishedModules>, IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_index_names_every_archive_with_its_hash()
    {
        var index = JsonNode.Parse(File.ReadAllText(Path.Combine(modules.Root, "index.json")))!["modules"]!.AsArray();

        Assert.Equal(PublishedModules.Names, index.Select(module => module!["name"]!.GetValue<string>()));
        Assert.All(index, module =>
        {
            var archive = File.ReadAllBytes(Path.Combine(modules.Root, module!["archive"]!.GetValue<string>()));
            Assert.Equal(module["sha256"]!.GetValue<string>(), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(archive)));
        });
    }

    [Fact]
    public void The_same_sources_give_the_same_bytes()
    {
        Assert.Equal(0, _scratch.Run("publish", "--out", "again").ExitCode);

        Assert.Equal(Files(modules.Root), Files(_scratch.PathOf("again")));
    }

    [Fact]
    public void The_sync_functions_zip_is_beside_the_code_in_both_syntaxes_and_in_the_archive()
    {
        var zip = File.ReadAllBytes(Repository.PathOf("artifacts", "lambda", "linux-arm64", "static-ip-sync.zip"));
        var copies = new[] { "hcl", "json" }.Select(syntax => File.ReadAllBytes(Path.Combine(modules.Root, "static-ip-alb", syntax, "static-ip-sync.zip"))).ToList();
        var directory = _scratch.PathOf("unpacked");
        Directory.CreateDirectory(directory);
        using (var archive = new System.IO.Compression.GZipStream(File.OpenRead(Path.Combine(modules.Root, "archives", "static-ip-alb-1.0.0.tar.gz")), System.IO.Compression.CompressionMode.Decompress))
        {
            System.Formats.Tar.TarFile.ExtractToDirectory(archive, directory, overwriteFiles: false);
        }

        Assert.All(copies, copy => Assert.Equal(zip, copy));
        Assert.Equal(zip, File.ReadAllBytes(Path.Combine(directory, "hcl", "static-ip-sync.zip")));
        Assert.Equal(Files(Path.Combine(modules.Root, "static-ip-alb")), Files(directory));
    }

    [Fact]
    public void What_is_published_can_be_published_again_and_nothing_is_left_beside_it()
    {
        Assert.Equal(0, _scratch.Run("publish", "security-group", "--out", "modules").ExitCode);
        var before = Files(_scratch.PathOf("modules"));

        var result = _scratch.Run("publish", "security-group", "--out", "modules");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(before, Files(_scratch.PathOf("modules")));
        Assert.Equal(["archives", "index.json", "security-group"], Directory.EnumerateFileSystemEntries(_scratch.PathOf("modules")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_version_that_is_published_with_other_content_is_not_touched()
    {
        Assert.Equal(0, _scratch.Run("publish", "security-group", "--out", "modules").ExitCode);
        var index = _scratch.Read("modules", "index.json");
        var hash = JsonNode.Parse(index)!["modules"]![0]!["sha256"]!.GetValue<string>();
        _scratch.Write(Path.Combine("modules", "index.json"), index.Replace(hash, new string('0', 64), StringComparison.Ordinal));
        var before = Files(_scratch.PathOf("modules"));

        var result = _scratch.Run("publish", "security-group", "--out", "modules");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: published already, with other content: security-group 1.0.0; nothing is written.", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, Files(_scratch.PathOf("modules")));
    }

    [Fact]
    public void Nothing_breaks_for_those_who_use_what_is_published_already()
    {
        var result = _scratch.Run("publish", "security-group", "--against", modules.Root);

        Assert.Equal((0, "security-group 1.0.0 -> 1.0.0: nothing changed\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public void A_version_that_is_too_low_for_what_changed_is_refused()
    {
        PublishBefore();

        var result = _scratch.Run("publish", "security-group", "--against", "before", "--out", "after");

        Assert.Equal((3, "security-group 1.0.0 -> 1.0.0: needs 2.0.0 or higher\n  breaks  variable.gone is gone\n  risky   variable.egress has another default: {\"all\":{\"protocol\":\"all\",\"cidr_ipv4\":\"0.0.0.0/0\"}} before, {} now\n"), (result.ExitCode, result.Output));
        Assert.Equal("error: security-group: CHANGELOG.md says 1.0.0, but what changed since 1.0.0 needs 2.0.0 or higher\n", result.Error);
        Assert.False(Directory.Exists(_scratch.PathOf("after")));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("markdown")]
    public Task What_changed_is_told_to_programs_and_in_comments(string format)
    {
        PublishBefore();

        var result = _scratch.Run("publish", "security-group", "target-group", "--against", "before", "--format", format);

        Assert.Equal((3, "error: security-group: CHANGELOG.md says 1.0.0, but what changed since 1.0.0 needs 2.0.0 or higher\n"), (result.ExitCode, result.Error));
        return Verify(result.Output, format == "json" ? "json" : "md", Snapshots.Settings).UseParameters(format);
    }

    [Fact]
    public void What_is_written_is_not_told_where_json_is_read()
    {
        var result = _scratch.Run("publish", "security-group", "--against", modules.Root, "--out", "after", "--format", "json");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(JsonNode.Parse(result.Output)!["modules"]![0]!["changes"]!.AsArray());
        Assert.StartsWith("security-group 1.0.0: ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error: publish needs --out, --against or both; see ./orchestrator publish --help\n", "publish")]
    [InlineData("error: --format is how --against tells what changed; give --against, or leave --format out\n", "publish", "--out", "modules", "--format", "json")]
    [InlineData("error: there is no module web; there are application-load-balancer, certificate, dns-records, ec2-service, event-task, fargate-service, network-load-balancer, security-group, static-ip-alb, target-group\n", "publish", "web", "--out", "modules")]
    [InlineData("error: elsewhere has no index.json; name a directory that modules are published in\n", "publish", "security-group", "--against", "elsewhere")]
    public void A_mistake_is_told_in_a_line(string expected, params string[] arguments)
    {
        var result = _scratch.Run(arguments);

        Assert.Equal((1, expected), (result.ExitCode, result.Error));
    }

    /// <summary>A version with a variable and a default that the module does not have.</summary>
    private void PublishBefore()
    {
        Assert.Equal(0, _scratch.Run("publish", "security-group", "--out", "before").ExitCode);
        var variables = JsonNode.Parse(_scratch.Read("before", "security-group", "json", "variables.tf.json"))!;
        variables["variable"]!["gone"] = new JsonObject { ["type"] = "string", ["description"] = "Is gone.", ["default"] = "" };
        variables["variable"]!["egress"]!["default"] = new JsonObject { ["all"] = new JsonObject { ["protocol"] = "all", ["cidr_ipv4"] = "0.0.0.0/0" } };
        _scratch.Write(Path.Combine("before", "security-group", "json", "variables.tf.json"), variables.ToJsonString());
    }

    private static IReadOnlyList<string> Files(string directory) =>
        [.. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{Path.GetRelativePath(directory, file)} {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}")];
}
