using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Documentation;

/// <summary>The commands that pages show with a dollar sign, one after the other, as somebody types them who follows the page.</summary>
public sealed class ConsoleBlockTests : IDisposable
{
    /// <summary>Terraform, but that there is no AWS to apply anything in: it leaves a state with the outputs, as an apply would.</summary>
    private const string WithoutAws = """
        #!/bin/sh
        PATH=${PATH#*:}
        if [ "$1" != apply ]; then exec terraform "$@"; fi
        echo '{ "version": 4, "terraform_version": "1.11.4", "serial": 1, "lineage": "0f0e0d0c-0000-4000-8000-000000000000", "resources": [],
          "outputs": { "edge_addresses": { "value": { "a": "203.0.113.10" }, "type": ["map", "string"] } } }' >../../../terraform.static-ip-lambda-demo.tfstate
        """;

    /// <summary>What this class runs, and AdoptTests for the page about adopting. The rest asks AWS, and is run by StaticIpPageTests in tests/Lambda.Tests/Operator against what stands for it there.</summary>
    private static readonly string[] RunHere = ["./orchestrator", "cd", "terraform"];

    private static readonly string[] RunAgainstStandIns = ["aws", "curl", "dig"];

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Every_command_is_run_by_a_test()
    {
        var pages = Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.PathOf("README.md"))
            .Select(page => (Name: Path.GetFileName(page), Commands: ConsoleBlocks.Of(page))).Where(page => page.Commands.Count > 0).ToList();

        Assert.Equal(["adopt.md", "eject.md", "publish.md", "static-ip.md"], pages.Select(page => page.Name).Order(StringComparer.Ordinal));
        Assert.All(pages.SelectMany(page => page.Commands), command => Assert.Contains(ProgramOf(command), RunHere.Concat(RunAgainstStandIns)));
    }

    [Fact]
    public void Modules_are_published_and_then_compared_with_what_is_published()
    {
        var commands = ConsoleBlocks.Of(Repository.PathOf("docs", "publish.md"));

        Assert.All(commands, command =>
        {
            var result = _scratch.Run(command.Split(' ')[1..]);
            Assert.Equal((0, ""), (result.ExitCode, result.Error));
        });

        Assert.Equal(2, commands.Count);
        Assert.True(File.Exists(_scratch.PathOf("build", "modules", "index.json")));
    }

    [Fact]
    public void A_stack_is_ejected_and_looks_as_the_page_shows()
    {
        _scratch.Write("examples/fargate-alb.yaml", File.ReadAllText(Scratch.Example("fargate-alb")));
        var page = Repository.PathOf("docs", "eject.md");

        var result = _scratch.Run(Assert.Single(ConsoleBlocks.Of(page)).Split(' ')[1..]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var listener = File.ReadAllText(page).Split("```hcl\n")[1].Split("```")[0];
        Assert.Contains(listener, _scratch.Read("build", "ejected", "fargate-alb-demo", "application_load_balancers.tf"), StringComparison.Ordinal);
    }

    [TerraformFact]
    public void A_service_is_moved_to_static_addresses()
    {
        Assert.Equal(0, _scratch.Run("synth", Scratch.Example("static-ip-lambda")).ExitCode);
        var stack = _scratch.PathOf("cdktf.out", "stacks", "static-ip-lambda-demo");
        _scratch.Write(Path.Combine("bin", "terraform"), WithoutAws);
        Processes.Run("chmod", ["+x", _scratch.PathOf("bin", "terraform")], _scratch.Root);
        var commands = ConsoleBlocks.Of(Repository.PathOf("docs", "static-ip.md")).Where(command => RunHere.Contains(ProgramOf(command))).ToList();
        _scratch.Write("follow.sh", $"set -e\n{string.Join('\n', commands)}\n");

        var result = Processes.Run("bash", [_scratch.PathOf("follow.sh")], _scratch.Root, new TerraformDirectory(stack).EnvironmentWith(("PATH", $"{_scratch.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}")));

        Assert.True(result.ExitCode == 0, $"{result.Output}{result.Error}");
        Assert.Equal(["cd", "terraform", "terraform", "terraform", "terraform", "terraform"], commands.Select(ProgramOf));
        Assert.Contains("\"a\" = \"203.0.113.10\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("aws_route53_record.edge_new", result.Output, StringComparison.Ordinal);
    }

    private static string ProgramOf(string command) => command.Split(' ')[0];
}
