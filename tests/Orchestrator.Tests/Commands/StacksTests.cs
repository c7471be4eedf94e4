using System.Text.Json.Nodes;

namespace Orchestrator.Tests.Commands;

public sealed class StacksTests : IDisposable
{
    private const string Two = """
        app: shop
        region: eu-central-1
        network: { vpcId: vpc-0a1b2c3d4e5f60718, cidrBlocks: [10.0.0.0/16], subnets: {} }
        securityGroups: { app: { description: "${file:app.txt}" } }
        targetGroups: { app: { targetType: ip, port: 8080 } }
        environments: { staging: {}, production: { tags: { cost: "1" } } }

        """;

    private const string Split = """
        app: split
        environment: test
        region: eu-central-1
        network: { vpcId: vpc-0a1b2c3d4e5f60718, cidrBlocks: [10.0.0.0/16], subnets: {} }
        hostedZones: { main: { domainName: example.com } }
        records: { shop: { name: shop.example.com, zone: main, type: A, values: [192.0.2.1] } }
        stacks: { zones: { holds: [hostedZones.main] } }

        """;

    private readonly Scratch _scratch = new();

    public StacksTests()
    {
        _scratch.Write("m/two.yaml", Two);
        _scratch.Write("m/app.txt", "The shop\n");
        _scratch.Write("m/split.yaml", Split);
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Stacks_come_after_those_that_they_need()
    {
        Assert.Equal(
            """
            split-test-zones  eu-central-1  m/split.yaml
            split-test        eu-central-1  m/split.yaml  needs split-test-zones
            shop-staging      eu-central-1  m/two.yaml
            shop-production   eu-central-1  m/two.yaml

            """,
            _scratch.Run("stacks", "m").Output);
        Assert.Equal("shop-production  eu-central-1  m/two.yaml\n", _scratch.Run("stacks", "m", "--environment", "production").Output);
    }

    [Fact]
    public void Engines_read_them()
    {
        var stacks = JsonNode.Parse(_scratch.Run("stacks", "m", "--format", "json").Output)!["stacks"]!.AsArray();
        var matrix = _scratch.Run("stacks", "m", "--format", "github").Output;
        var atlantis = _scratch.Run("stacks", "m", "--format", "atlantis").Output;

        Assert.Equal(["m/two.yaml", "m/app.txt"], stacks[2]!["files"]!.AsArray().Select(file => (string)file!));
        Assert.Equal(["split-test-zones"], stacks[1]!["needs"]!.AsArray().Select(need => (string)need!));
        Assert.Single(matrix, '\n');
        Assert.Equal("""{"stack":"shop-production","manifest":"m/two.yaml","environment":"production","region":"eu-central-1"}""", JsonNode.Parse(matrix)!["include"]![3]!.ToJsonString());
        Assert.StartsWith("version: 3\nprojects:\n- name: split-test-zones\n", atlantis, StringComparison.Ordinal);
        Assert.Contains(
            """
            - name: split-test
              dir: "cdktf.out/stacks/split-test"
              execution_order_group: 1
              autoplan:
                when_modified:
                - "../../../m/split.yaml"
            - name: shop-staging
              dir: "cdktf.out/stacks/shop-staging"
              execution_order_group: 0
              autoplan:
                when_modified:
                - "../../../m/two.yaml"
                - "../../../m/app.txt"

            """,
            atlantis,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_change_touches_is_left()
    {
        Git("init", "-q", "-b", "main");
        Commit();
        Git("checkout", "-q", "-b", "topic");

        Assert.Empty(Touched());
        Assert.Equal("{\"include\":[]}\n", _scratch.Run("stacks", "m", "--format", "github", "--changed-since", "main").Output);
        Assert.StartsWith("fargate-alb-demo ", _scratch.Run("stacks", Scratch.Example("fargate-alb"), "--changed-since", "main").Output, StringComparison.Ordinal);
        _scratch.Write("m/two.yaml", $"# A comment.\n{Two}");
        Assert.Empty(Touched());
        _scratch.Write("m/two.yaml", Two.Replace("cost: \"1\"", "cost: \"2\"", StringComparison.Ordinal));
        Assert.Equal(["shop-production"], Touched());
        Commit();
        Assert.Equal(["shop-production"], Touched());
        _scratch.Write("m/split.yaml", Split.Replace("192.0.2.1", "192.0.2.2", StringComparison.Ordinal));
        Assert.Equal(["split-test-zones", "split-test", "shop-production"], Touched());
        _scratch.Write("m/app.txt", "Another shop\n");
        Assert.Equal(["split-test-zones", "split-test", "shop-staging", "shop-production"], Touched());
    }

    [Fact]
    public void A_new_manifest_touches_its_stacks()
    {
        Git("init", "-q", "-b", "main");
        File.Delete(_scratch.PathOf("m", "split.yaml"));
        Commit();
        _scratch.Write("m/split.yaml", Split);

        Assert.Equal(["split-test-zones", "split-test"], Touched());
    }

    [Fact]
    public void What_git_does_not_know_is_told()
    {
        Assert.Equal("error: --changed-since asks git, and this is no repository of git: run it in one\n", _scratch.Run("stacks", "m", "--changed-since", "main").Error);
        Git("init", "-q", "-b", "main");
        Commit();
        Assert.Equal("error: git knows no revision --all: name a branch, a tag or a commit, and fetch it; a shallow clone may lack it\n", _scratch.Run("stacks", "m", "--changed-since=--all").Error);
    }

    private IEnumerable<string> Touched() => _scratch.Run("stacks", "m", "--changed-since", "main").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]);

    private void Commit()
    {
        Git("add", "-A");
        Git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-q", "-m", "Change");
    }

    private void Git(params string[] arguments) => Assert.Equal((0, ""), Processes.Run("git", arguments, _scratch.Root) is var result ? (result.ExitCode, result.Error) : default);
}
