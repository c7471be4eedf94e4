using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Publishing;

/// <summary>What is published, as the real Terraform and the real provider see it.</summary>
public sealed partial class PublishedModulesTests(PublishedModules modules) : IClassFixture<PublishedModules>, IAsyncDisposable
{
    private readonly ExistingInAws _existing = new();

    public static TheoryData<string> Names => [.. PublishedModules.Names];

    public ValueTask DisposeAsync() => _existing.DisposeAsync();

    [TerraformFact]
    public void The_hcl_is_as_terraform_fmt_leaves_it() => new TerraformDirectory(modules.Beside("fmt")).Run("fmt", "-check", "-diff", "-recursive", "-no-color", modules.Root);

    [TerraformFact]
    public void Both_syntaxes_of_a_module_plan_the_same()
    {
        var (json, hcl) = (Plan("json"), Plan("hcl"));

        Assert.Equal(json, hcl);
        Assert.True(hcl.Count >= 2 * PublishedModules.Names.Count);
    }

    [TerraformFact]
    public void Callers_use_count_for_each_depends_on_and_provider_aliases()
    {
        var directory = modules.Beside("consumers");
        File.Copy(Repository.PathOf("tests", "Orchestrator.Tests", "Publishing", "consumers.tf"), Path.Combine(directory, "main.tf"));

        _existing.WriteEndpoints(directory);

        var plan = new TerraformDirectory(directory).Plan();

        Assert.All(plan, change => Assert.Equal(change.Key.Contains(".data.", StringComparison.Ordinal) ? "read" : "create", change.Value));
        Assert.Superset(
            new HashSet<string>
            {
                "module.groups[\"app\"].aws_security_group.this",
                "module.groups[\"app\"].aws_vpc_security_group_ingress_rule.this[\"http\"]",
                "module.group[0].aws_lb_target_group.this",
                "module.group[1].aws_lb_target_group.this",
                "module.elsewhere.aws_lb.this",
                "module.elsewhere.aws_lb_listener.this[\"http\"]",
                "module.elsewhere.aws_lb_listener_rule.this[\"http/api\"]",
                "module.records.aws_route53_record.this[\"www\"]",
                "module.service.aws_ecs_service.this",
                "module.service.aws_iam_role_policy.execution[0]",
                "module.service.aws_appautoscaling_policy.this[\"requests\"]",
                "module.daemon.aws_ecs_service.this",
                "module.daemon.aws_iam_role.execution[0]",
                "module.scan.aws_cloudwatch_event_target.this[0]",
                "module.scan.aws_iam_role.invoke[0]",
                "module.static[\"albTarget\"].aws_lb_target_group_attachment.alb[\"https\"]",
                "module.static[\"albTarget\"].aws_eip.this[\"eu-central-1a\"]",
                "module.static[\"lambdaSync\"].aws_vpc_security_group_ingress_rule.load_balancer[\"https/office\"]",
                "module.static[\"lambdaSync\"].aws_iam_role_policy.sync_state_key[0]",
                "module.static[\"lambdaSync\"].aws_lambda_function.sync[0]",
                "module.static[\"lambdaSync\"].aws_s3_bucket.sync[0]",
                "module.static[\"lambdaSync\"].aws_cloudwatch_metric_alarm.last_success[\"http\"]",
                "module.members.aws_lb_listener.this[\"https\"]",
                "module.members.aws_lambda_permission.this[\"report/report\"]",
                "module.function.aws_lambda_permission.this[\"report\"]",
            },
            plan.Keys.ToHashSet());
        Assert.DoesNotContain(plan.Keys, address => address.StartsWith("module.static[\"albTarget\"]", StringComparison.Ordinal) && (address.Contains(".sync", StringComparison.Ordinal) || address.Contains("alarm", StringComparison.Ordinal)));
        Assert.DoesNotContain("module.members.aws_lambda_permission.this[\"app/first\"]", plan.Keys);
        Assert.DoesNotContain(plan.Keys, address => address is "module.static[\"lambdaSync\"].aws_sns_topic.alarms[0]" || address.StartsWith("module.static[\"lambdaSync\"].aws_lb_target_group_attachment", StringComparison.Ordinal));
    }

    [TerraformFact]
    public void A_client_secret_is_shown_in_no_plan()
    {
        var directory = modules.Beside("secrets");
        var example = File.ReadAllText(Path.Combine(modules.Root, "application-load-balancer", "examples", "complete", "main.tf"));
        File.WriteAllText(Path.Combine(directory, "main.tf"), example.Replace("../../hcl", "../modules/application-load-balancer/hcl", StringComparison.Ordinal));
        var terraform = new TerraformDirectory(directory);
        terraform.Initialize();

        var plan = terraform.Run("plan", "-input=false", "-no-color");

        Assert.Contains("oidc_client_secrets = var.oidc_client_secrets", Spaces().Replace(example, " "), StringComparison.Ordinal);
        Assert.Contains("client_secret", plan, StringComparison.Ordinal);
        Assert.DoesNotContain(TerraformDirectory.Secret, plan, StringComparison.Ordinal);
    }

    [TerraformTheory]
    [MemberData(nameof(Names))]
    public async Task A_module_is_used_from_a_web_server_by_its_archive(string name) =>
        Assert.Equal(Contents(Path.Combine(modules.Root, name)), Contents(Path.Combine(await modules.FromArchives, name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_archive_is_unpacked_by_tar_to_the_folder(string name)
    {
        var directory = modules.Beside(Path.Combine("unpacked", name));
        var archive = Assert.Single(Directory.GetFiles(Path.Combine(modules.Root, "archives"), $"{name}-*.tar.gz"));

        var result = Processes.Run("tar", ["-xzf", archive], directory);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(Contents(Path.Combine(modules.Root, name)), Contents(directory));
    }

    public static TheoryData<string, string, string[]> Refused => new()
    {
        { "fargate-service", "complete", ["(SVC129) Got shop with lambda."] },
        { "ec2-service", "complete", ["(SVC129) Got shop with lambda."] },
        { "network-load-balancer", "minimal", ["(NLB187) Got subnet-0a1b2c3d4e5f60001 in eu-central-1c, subnet-0a1b2c3d4e5f60002 in eu-central-1c."] },
        {
            "static-ip-alb",
            "minimal",
            [
                "(NLB187) Got subnet-0a1b2c3d4e5f60001 in eu-central-1c, subnet-0a1b2c3d4e5f60002 in eu-central-1c.",
                "(SYNC163) Got 351 seconds.",
                "(SYNC262) Got application in vpc-0a1b2c3d4e5f60719.",
            ]
        },
    };

    [TerraformTheory]
    [MemberData(nameof(Refused))]
    public async Task What_exists_is_looked_at_before_anything_is_planned(string name, string example, string[] expected)
    {
        await using var existing = new ExistingInAws { TargetType = "lambda", Zone = "eu-central-1c", VpcId = "vpc-0a1b2c3d4e5f60719", Scheme = "internet-facing", IdleTimeout = 351 };
        var directory = modules.Beside(Path.Combine("existing", name));
        File.WriteAllText(Path.Combine(directory, "main.tf"), File.ReadAllText(Path.Combine(modules.Root, name, "examples", example, "main.tf")).Replace("../../hcl", $"../../modules/{name}/hcl", StringComparison.Ordinal));
        existing.WriteEndpoints(directory);
        var terraform = new TerraformDirectory(directory);
        terraform.Initialize();

        var refused = terraform.RunToFailure("plan", "-input=false", "-no-color", "-json");

        var told = refused.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!["diagnostic"]).Where(diagnostic => (string?)diagnostic?["severity"] == "error").Select(diagnostic => (string)diagnostic!["detail"]!);
        Assert.Equal(expected, told.Select(detail => detail.ReplaceLineEndings(" ")[detail.LastIndexOf('(')..]).Distinct().Order(StringComparer.Ordinal));
        var granted = PermissionsLine().Match(File.ReadAllText(Path.Combine(modules.Root, name, "README.md"))).Value;
        Assert.Equal(existing.Actions, Permission().Matches(granted).Select(permission => permission.Groups["action"].Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_module_is_what_was_approved(string name) => Verify(File.ReadAllText(Path.Combine(modules.Root, name, "hcl", "main.tf")), Snapshots.Settings).UseParameters(name);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_module_has_no_provider_no_backend_and_no_trace_of_cdktf(string name)
    {
        var code = string.Concat(Directory.EnumerateFiles(Path.Combine(modules.Root, name, "json")).Select(File.ReadAllText));

        Assert.DoesNotContain("\"provider\"", code, StringComparison.Ordinal);
        Assert.DoesNotContain("\"backend\"", code, StringComparison.Ordinal);
        Assert.DoesNotContain("\"//\"", code, StringComparison.Ordinal);
        Assert.DoesNotMatch("Each[0-9]+(Key|Item)", code);
        Assert.DoesNotContain("TfToken", code, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_variable_and_output_of_a_module_is_described_and_every_variable_typed(string name)
    {
        var folder = Path.Combine(modules.Root, name, "json");
        var variables = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "variables.tf.json")))!["variable"]!.AsObject();
        var outputs = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "outputs.tf.json")))!["output"]!.AsObject();

        Assert.All(variables, variable => Assert.False(string.IsNullOrWhiteSpace(variable.Value!["description"]?.GetValue<string>()) || string.IsNullOrWhiteSpace(variable.Value["type"]?.GetValue<string>()), variable.Key));
        Assert.All(outputs, output => Assert.False(string.IsNullOrWhiteSpace(output.Value!["description"]?.GetValue<string>()), output.Key));
    }

    [TerraformTheory]
    [InlineData("fargate-service")]
    [InlineData("ec2-service")]
    public void A_service_is_planned_as_a_manifest_with_the_same_values_is(string name)
    {
        var called = modules.Beside($"called-{name}");
        File.WriteAllText(Path.Combine(called, "main.tf"), File.ReadAllText(Path.Combine(modules.Root, name, "examples", "complete", "main.tf")).Replace("../../hcl", $"../modules/{name}/hcl", StringComparison.Ordinal));
        _existing.WriteEndpoints(called);
        var written = modules.Synthesize(name);

        // A module's names have no stack before them.
        var expected = PlannedValues.Of(written).Select(value => value.Replace("published-modules-", "").Replace("published-modules/", ""));
        var planned = PlannedValues.Of(called).Where(value => !value.Contains("ALBRequestCountPerTarget", StringComparison.Ordinal));
        Assert.Equal(expected.Order(StringComparer.Ordinal), planned.Order(StringComparer.Ordinal));
    }

    private static IReadOnlyDictionary<string, string> Contents(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));

    /// <summary>What is planned, a line for each resource; without the folder of the syntax, in which each has its files.</summary>
    private IReadOnlyList<string> Plan(string syntax)
    {
        var directory = modules.Beside($"plan-{syntax}");
        File.WriteAllText(Path.Combine(directory, "main.tf"), modules.Calls(["minimal", "complete"], name => $"../modules/{name}/{syntax}"));
        _existing.WriteEndpoints(directory);
        return [.. new TerraformDirectory(directory).PlanWithValues().Select(change => change.GetRawText().Replace($"/{syntax}/", "/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(" +", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("^A plan takes the permissions? .*$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PermissionsLine();

    [GeneratedRegex("`(?<action>[^`]+)`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Permission();
}
