using System.Text.RegularExpressions;

namespace Orchestrator.Tests.Native;

/// <summary>The program as machine code does what the program does that the runtime runs, byte for byte.</summary>
public sealed partial class NativeProgramTests : IClassFixture<NativeProgram>, IDisposable
{
    private const string Frame = """
        network:
          vpcId: vpc-0a1b2c3d4e5f60718
          subnets:
            private-a: { id: subnet-0a1b2c3d4e5f60004, availabilityZone: eu-central-1a, cidrBlock: 10.0.48.0/20, public: false }
            private-b: { id: subnet-0a1b2c3d4e5f60005, availabilityZone: eu-central-1b, cidrBlock: 10.0.64.0/20, public: false }
          cidrBlocks: [10.0.0.0/16]
        region: eu-central-1
        app: shop
        environment: test

        """;

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    public static TheoryData<string> Commands => new(
        "--help",
        "synth --help",
        "sync simulate --help",
        "no-such-command",
        "schema",
        "rules",
        "rules --names",
        "review --rules",
        "explain TG045",
        "completion bash",
        "stacks EXAMPLES --format json",
        "check EXAMPLES",
        "check EXAMPLES --format json",
        "check EXAMPLES --format sarif",
        "diagram EXAMPLES/static-ip.yaml",
        "manifest show EXAMPLES/environments/store.yaml --environment production",
        "manifest diff EXAMPLES/environments/store.yaml staging production",
        "sync simulate replaced-all --format json",
        "doctor");

    [Theory]
    [MemberData(nameof(Commands))]
    public void It_prints_the_same(string command)
    {
        var arguments = command.Replace("EXAMPLES", Repository.PathOf("examples"), StringComparison.Ordinal).Split(' ');

        AssertSame(_scratch.Run(arguments), _scratch.RunProgram(NativeProgram.Executable, arguments));
    }

    [Fact]
    public void It_finds_the_same_in_what_breaks_each_rule()
    {
        var examples = Example().Matches(File.ReadAllText(Repository.PathOf("docs", "rules.md"))).Select(match => match.Groups["text"].Value).ToList();
        foreach (var (index, text) in examples.Index())
        {
            _scratch.Write($"{index}.yaml", $"{Frame}{text}");
        }
        Assert.True(examples.Count > 300);

        AssertSame(_scratch.Run("check", ".", "--format", "json"), _scratch.RunProgram(NativeProgram.Executable, "check", ".", "--format", "json"));
    }

    [Fact]
    public void It_writes_the_same_configurations()
    {
        string[] arguments = ["synth", .. Directory.EnumerateFiles(Repository.PathOf("examples"), "*.yaml").Order(StringComparer.Ordinal), "--out"];

        AssertSame(_scratch.Run([.. arguments, "managed"]), _scratch.RunProgram(NativeProgram.Executable, [.. arguments, "native"]));
        AssertSameFiles("managed", "native");
    }

    [Fact]
    public void It_publishes_the_same_modules()
    {
        AssertSame(_scratch.Run("publish", "--out", "managed"), _scratch.RunProgram(NativeProgram.Executable, "publish", "--out", "native"));
        AssertSameFiles("managed", "native");
    }

    [Fact]
    public void What_needs_node_is_handed_over()
    {
        string[] arguments = ["synth", Scratch.Example("fargate-alb"), "--engine", "node", "--out"];

        AssertSame(_scratch.Run([.. arguments, "managed"]), _scratch.RunProgram(NativeProgram.Executable, [.. arguments, "native"]));
        AssertSameFiles("managed", "native");
    }

    private static void AssertSame(ProcessResult managed, ProcessResult native)
    {
        Assert.Equal(managed.Error, native.Error.Replace("/native", "/managed", StringComparison.Ordinal));
        Assert.Equal(managed.Output, native.Output.Replace("native/", "managed/", StringComparison.Ordinal));
        Assert.Equal(managed.ExitCode, native.ExitCode);
    }

    private void AssertSameFiles(string managed, string native)
    {
        var files = Files(managed);
        Assert.NotEmpty(files);
        Assert.Equal(files, Files(native));
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(_scratch.PathOf(managed, file)), File.ReadAllBytes(_scratch.PathOf(native, file))));
    }

    private IReadOnlyList<string> Files(string directory) =>
        [.. Directory.EnumerateFiles(_scratch.PathOf(directory), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_scratch.PathOf(directory), file)).Order(StringComparer.Ordinal)];

    [GeneratedRegex("^```yaml\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Example();
}
