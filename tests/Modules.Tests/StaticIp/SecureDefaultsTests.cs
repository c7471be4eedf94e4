using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Tests.StaticIp;

/// <summary>What scanners look for in what the example with the function is synthesized to; where it is otherwise, the page says why.</summary>
public sealed partial class SecureDefaultsTests
{
    private static readonly JsonNode Resources = JsonNode.Parse(File.ReadAllText(Repository.PathOf(
        "tests", "Modules.Tests", "Synthesis", "Snapshots", "ExampleTests.An_example_synthesizes_to_what_was_approved_example=static-ip-lambda.verified.json")))!["resource"]!;

    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "static-ip.md"));

    [Theory]
    [InlineData("CKV_AWS_115", "aws_lambda_function", "reserved_concurrent_executions", "1")]
    [InlineData("CKV_AWS_363", "aws_lambda_function", "runtime", "\"provided.al2023\"")]
    [InlineData("CKV_AWS_338", "aws_cloudwatch_log_group", "retention_in_days", "365")]
    [InlineData("CKV_AWS_27", "aws_sqs_queue", "sqs_managed_sse_enabled", "true")]
    [InlineData("CKV_AWS_21", "aws_s3_bucket_versioning", "versioning_configuration", """{"status":"Enabled"}""")]
    [InlineData("CKV_AWS_19", "aws_s3_bucket_server_side_encryption_configuration", "rule", """[{"apply_server_side_encryption_by_default":{"sse_algorithm":"AES256"}}]""")]
    [InlineData("CKV_AWS_53", "aws_s3_bucket_public_access_block", "block_public_acls", "true")]
    [InlineData("CKV_AWS_54", "aws_s3_bucket_public_access_block", "block_public_policy", "true")]
    [InlineData("CKV_AWS_55", "aws_s3_bucket_public_access_block", "ignore_public_acls", "true")]
    [InlineData("CKV_AWS_56", "aws_s3_bucket_public_access_block", "restrict_public_buckets", "true")]
    [InlineData("CKV_AWS_150", "aws_lb", "enable_deletion_protection", "true")]
    [InlineData("CKV_AWS_319", "aws_cloudwatch_metric_alarm", "alarm_actions", """["${aws_sns_topic.edge_alarms.arn}"]""")]
    public void What_a_scanner_asks_for_is_so_in_every_resource(string check, string type, string property, string value) =>
        Assert.All(Resources[type]!.AsObject(), resource => Assert.True(resource.Value![property]?.ToJsonString() == value, $"{check}: {resource.Key}.{property} is {resource.Value[property]?.ToJsonString()}"));

    [Fact]
    public void The_network_load_balancer_balances_across_zones() => Assert.True((bool?)Resources["aws_lb"]!["edge"]!["enable_cross_zone_load_balancing"]);

    [Theory]
    [InlineData("CKV_AWS_18", "aws_s3_bucket_logging", null)]
    [InlineData("CKV_AWS_26", "aws_sns_topic", "kms_master_key_id")]
    [InlineData("CKV_AWS_91", "aws_lb", "access_logs")]
    [InlineData("CKV_AWS_116", "aws_lambda_function", "dead_letter_config")]
    [InlineData("CKV_AWS_117", "aws_lambda_function", "vpc_config")]
    [InlineData("CKV_AWS_144", "aws_s3_bucket_replication_configuration", null)]
    [InlineData("CKV_AWS_145", "aws_s3_bucket_server_side_encryption_configuration", "kms_master_key_id")]
    [InlineData("CKV_AWS_158", "aws_cloudwatch_log_group", "kms_key_id")]
    [InlineData("CKV_AWS_173", "aws_lambda_function", "kms_key_arn")]
    [InlineData("CKV_AWS_272", "aws_lambda_function", "code_signing_config_arn")]
    [InlineData("CKV_AWS_297", "aws_scheduler_schedule", "kms_key_arn")]
    public void What_is_otherwise_is_so_and_the_page_says_why(string check, string type, string? property)
    {
        Assert.True(property is null ? Resources[type] is null : Resources[type]!.AsObject().All(resource => resource.Value![property] is null || (bool?)(resource.Value[property] as JsonObject)?["enabled"] == false), $"{check} is no longer a deviation");
        Assert.Contains(check, Deviations(), StringComparer.Ordinal);
    }

    [Fact]
    public void Runs_are_not_traced_and_the_page_says_why()
    {
        Assert.Equal("PassThrough", (string?)Resources["aws_lambda_function"]!["edge_sync"]!["tracing_config"]!["mode"]);
        Assert.Contains("CKV_AWS_50", Deviations(), StringComparer.Ordinal);
    }

    [Fact]
    public void The_page_names_no_deviation_that_is_none() =>
        Assert.Equal(
            typeof(SecureDefaultsTests).GetMethod(nameof(What_is_otherwise_is_so_and_the_page_says_why))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(data => (string)data.GetData(null!).Single()[0]).Append("CKV_AWS_50").Order(StringComparer.Ordinal),
            Deviations().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Deviations() => Row().Matches(Page).SelectMany(row => Check().Matches(row.Value)).Select(check => check.Value);

    [GeneratedRegex(@"^\| CKV_[^|]*\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("CKV_AWS_[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Check();
}
