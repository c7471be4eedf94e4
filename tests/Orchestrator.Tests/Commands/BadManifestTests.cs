using System.Text;

namespace Orchestrator.Tests.Commands;

public sealed class BadManifestTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("", "error MAN001 web.yaml:1:1: The manifest is empty: allowed a map with app, environment, region and network; start from a file in examples/")]
    [InlineData("# only a comment\n", "error MAN001 web.yaml:1:1: The manifest is empty: allowed a map with app, environment, region and network; start from a file in examples/")]
    [InlineData("- app\n", "error MAN001 web.yaml:1:1: The top of the manifest is not a map: got a list, allowed a map with app, environment, region and network; start from a file in examples/")]
    [InlineData("app: {\n", "error MAN001 web.yaml:2:1: The manifest is not YAML")]
    [InlineData("app: web\napp: shop\n", "error MAN003 web.yaml:2:1: A key stands twice in one map: got \"app\", first on line 1, allowed each key once; remove one of the two, or merge them")]
    [InlineData("targetGroups: [a, b]\n", "error MAN004 web.yaml:1:15: targetGroups is not a map: got a list, allowed a map; write one \"name: …\" a line, indented below the key")]
    [InlineData("app: web\n---\napp: shop\n", "error MAN001 web.yaml:2:1: The manifest has a second document: got ---, allowed one document in a file; move it to a file of its own")]
    [InlineData("app: !secret web\n", "error MAN001 web.yaml:1:6: A tag is not supported: got !secret, allowed plain YAML values; remove the tag")]
    public void What_is_wrong_with_the_text_is_told_with_its_place(string text, string expected)
    {
        var result = _scratch.Run("check", _scratch.Write("web.yaml", text));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_brackets_without_end_are_refused()
    {
        var result = _scratch.Run("check", _scratch.Write("web.yaml", "app: " + new string('[', 1_000_000)));

        Assert.Equal((3, "error MAN008 web.yaml:1:37: The manifest is nested too deeply: got more than 32 levels, allowed at most 32; no setting needs as many\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Ten_megabytes_are_refused_before_they_are_parsed()
    {
        var result = _scratch.Run("check", _scratch.Write("web.yaml", new string('[', 10_000_000)));

        Assert.Equal((3, "error MAN008 web.yaml:1:1: The manifest is too large: got 10,000,000 characters, allowed at most 1,048,576; divide it into several stacks\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Aliases_of_aliases_are_counted_as_if_written_out()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        foreach (var level in Enumerable.Range(1, 9))
        {
            text.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");
        }

        var result = _scratch.Run("check", _scratch.Write("web.yaml", text.ToString()));

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("error MAN008 web.yaml:5:5: The manifest has too many values: got 111,111, aliases written out, allowed at most 100,000", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_of_itself_is_refused()
    {
        var result = _scratch.Run("check", _scratch.Write("web.yaml", "app: &a [*a]\n"));

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("error MAN001 web.yaml:1:10: The manifest is not YAML: got there is no anchor a before this alias", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused()
    {
        File.WriteAllBytes(_scratch.PathOf("web.yaml"), [.. "app: "u8, 0xff, 0xfe]);

        var result = _scratch.Run("check", "web.yaml");

        Assert.Equal((3, "error MAN001 web.yaml:1:1: The manifest is not UTF-8: got other bytes, allowed text in UTF-8; save it as UTF-8\n"), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("\uFEFF", "\r\n")]
    public void A_byte_order_mark_and_windows_line_ends_are_read_like_any_other(string mark, string newline)
    {
        var text = mark + File.ReadAllText(Scratch.Example("fargate-alb")).Replace("\n", newline);

        var result = _scratch.Run("check", _scratch.Write("web.yaml", text));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Values_that_differ_by_environment_come_from_variables_and_files()
    {
        var text = File.ReadAllText(Scratch.Example("fargate-alb"))
            .Replace("environment: demo", "environment: ${env:STAGE}")
            .Replace("203.0.113.10/32", "\"${file:office.txt}\"")
            .Replace("port: 8080", "port: ${env:APP_PORT}");
        _scratch.Write("office.txt", "198.51.100.7/32\n");

        var result = _scratch.RunWith([("STAGE", "blue"), ("APP_PORT", "9090")], "synth", _scratch.Write("web.yaml", text));

        Assert.Equal(0, result.ExitCode);
        var json = _scratch.Read("cdktf.out/stacks/fargate-alb-blue/cdk.tf.json");
        Assert.Contains("\"cidr_ipv4\": \"198.51.100.7/32\"", json, StringComparison.Ordinal);
        Assert.Contains("\"port\": 9090", json, StringComparison.Ordinal);
    }
}
