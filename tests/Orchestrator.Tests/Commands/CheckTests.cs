namespace Orchestrator.Tests.Commands;

public sealed class CheckTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private static string Environment(string environment, string name, string account = "") => $"""
        app: shop
        environment: {environment}
        region: eu-central-1
        network: {"{"} vpcId: vpc-0a1b2c3d4e5f60718, cidrBlocks: [10.0.0.0/16] {"}"}
        ecsClusters: {"{"} main: {"{"} {name}tags: {"{"} team: shop {"}"} {"}"} {"}"}
        {account}

        """;

    private (int ExitCode, string Output, string Error) CheckTwo(string one, string other)
    {
        _scratch.Write("one.yaml", one);
        _scratch.Write("two.yaml", other);
        var result = _scratch.Run("check", "one.yaml", "two.yaml");
        return (result.ExitCode, result.Output, result.Error);
    }

    [Fact]
    public void A_good_manifest_is_counted()
    {
        var result = _scratch.Run("check", Scratch.Example("fargate-alb"));

        Assert.Equal((0, "0 errors, 0 warnings, 1 suppressed in 1 manifest\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void It_needs_no_node()
    {
        var result = _scratch.RunWith([("PATH", _scratch.Root)], "check", Scratch.Example("fargate-alb"));

        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public Task All_findings_come_at_once_with_their_places()
    {
        var result = _scratch.Run("check", _scratch.Write("web.yaml", BrokenManifest.Text));

        Assert.Equal(3, result.ExitCode);
        return Verify(result.Error, Snapshots.Settings);
    }

    [Fact]
    public Task As_json_the_findings_go_to_standard_output()
    {
        var result = _scratch.Run("check", _scratch.Write("web.yaml", BrokenManifest.Text), "--format", "json");

        Assert.Equal(3, result.ExitCode);
        Assert.Empty(result.Error);
        return Verify(result.Output, "json", Snapshots.Settings);
    }

    [Fact]
    public void Warnings_do_not_fail()
    {
        var manifest = _scratch.Write("web.yaml", File.ReadAllText(Scratch.Example("fargate-alb")).Replace("    description: HTTP", "    name: fixed\n    description: HTTP"));

        var result = _scratch.Run("check", manifest);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("warning SG096 web.yaml:16:11: securityGroups.public-ecs-service-alb-sg.name is fixed", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_format_is_refused()
    {
        var result = _scratch.Run("check", Scratch.Example("fargate-alb"), "--format", "xml");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: Argument 'xml' not recognized.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_environments_of_one_application_are_no_mistake() =>
        Assert.Equal((0, "0 errors, 0 warnings in 2 manifests\n", ""), CheckTwo(Environment("test", ""), Environment("prod", "")));

    [Fact]
    public void A_name_that_two_manifests_give_is_told_with_both_places()
    {
        var result = CheckTwo(Environment("test", "name: web, "), Environment("prod", "name: web, "));

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(
            "error NAME300 two.yaml:5:30: ecsClusters.main.name has the name of ecsClusters.main.name in one.yaml:5:30 too, for a cluster: got \"web\", allowed a name of its own within the account and region; choose another, for example with the environment in it; or say accountId in both manifests, if they go to two accounts\n",
            result.Error);
    }

    [Theory]
    [InlineData("accountId: \"111122223333\"", "accountId: \"444455556666\"", 0)]
    [InlineData("accountId: \"111122223333\"", "accountId: \"111122223333\"", 3)]
    [InlineData("accountId: \"111122223333\"", "", 3)]
    public void What_goes_to_two_accounts_does_not_meet(string one, string other, int exitCode) =>
        Assert.Equal(exitCode, CheckTwo(Environment("test", "name: web, ", one), Environment("prod", "name: web, ", other)).ExitCode);

    [Fact]
    public void What_goes_to_two_regions_does_not_meet() =>
        Assert.Equal(0, CheckTwo(Environment("test", "name: web, "), Environment("prod", "name: web, ").Replace("eu-central-1", "eu-west-1")).ExitCode);

    [Theory]
    [InlineData("logBuckets: { logs: { name: example-logs, accountId: \"111122223333\" } }", "a bucket")]
    [InlineData("records: { www: { name: www.example.com, zone: { id: Z0123456789ABCDEFGHIJ }, type: TXT, values: [text] } }", "a record")]
    [InlineData("certificates: { www: { domainName: www.example.com, zone: { id: Z0123456789ABCDEFGHIJ } } }", "the record that validates a domain name")]
    public void What_is_unique_beyond_a_region_meets_there_too(string section, string what)
    {
        var result = CheckTwo(Environment("test", "") + section + "\n", Environment("prod", "").Replace("eu-central-1", "eu-west-1") + section + "\n");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains($" too, for {what}: ", Assert.Single(result.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", 8080, 8081, "")]
    [InlineData("priority: 5, ", "priority: 5, ", 8080, 8081, "a listener rule's priority")]
    [InlineData("", "", 8080, 8080, "a listener's port")]
    public void Two_environments_can_be_behind_one_load_balancer(string one, string other, int port, int otherPort, string meet)
    {
        var result = CheckTwo(Environment("test", "") + Shared(one, port), Environment("prod", "") + Shared(other, otherPort));

        Assert.True(result.ExitCode == (meet.Length == 0 ? 0 : 3), result.Error);
        Assert.Contains(meet.Length == 0 ? "" : $" too, for {meet}: ", result.Error, StringComparison.Ordinal);

        static string Shared(string priority, int port) => $$"""
            existingApplicationLoadBalancers:
              shared:
                arn: "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shared/0a1b2c3d4e5f6071"
                listeners:
                  added: { port: {{port}}, protocol: HTTP, defaultAction: { redirect: { protocol: HTTPS, port: "443" } } }
                existingListeners:
                  https:
                    arn: "arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/shared/0a1b2c3d4e5f6071/1a2b3c4d5e6f7081"
                    protocol: HTTPS
                    rules:
                      shop: { {{priority}}conditions: { hosts: [shop.example.com] }, action: { fixedResponse: { statusCode: 404 } } }

            """;
    }

    [Fact]
    public void Manifests_of_one_stack_are_told_as_that_alone() =>
        Assert.Equal(["MAN015"], CheckTwo(Environment("test", "name: web, "), Environment("test", "name: web, ")).Error.TrimEnd('\n').Split('\n').Select(line => line.Split(' ')[1]));

    [Fact]
    public void A_manifest_that_is_not_there_is_told()
    {
        var result = _scratch.Run("check", "missing.yaml");

        Assert.Equal((1, "error: manifest missing.yaml cannot be read: there is no such file\n"), (result.ExitCode, result.Error));
    }
}
