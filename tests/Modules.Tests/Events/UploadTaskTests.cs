using System.Text.Json.Nodes;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Tests.Iam;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Events;

/// <summary>The upload, the task and the table of the example ecs-services.</summary>
[Collection(nameof(Jsii))]
public sealed class UploadTaskTests
{
    private static readonly Lazy<JsonObject> Example = new(static () =>
        Synthesized.Resources(Synthesized.Text(ManifestReader.ReadFile(Repository.PathOf("examples", "ecs-services.yaml"), Manifests.Today))));

    [Fact]
    public void The_task_is_told_the_bucket_the_key_and_the_table()
    {
        var transformer = Of("aws_cloudwatch_event_target")["input_transformer"]!;

        Assert.Equal(
            """{"containerOverrides":[{"name":"import","environment":[{"name":"BUCKET","value":<bucket>},{"name":"KEY","value":<key>},{"name":"TABLE","value":${jsonencode(aws_dynamodb_table.demo-import.name)}}]}]}""",
            (string?)transformer["input_template"]);
        Assert.Equal("""{"bucket":"$.detail.bucket.name","key":"$.detail.object.key"}""", transformer["input_paths"]!.ToJsonString());
    }

    [Fact]
    public void Uploads_of_that_name_alone_start_it() => Assert.Equal(
        """{"detail":{"bucket":{"name":["aws_s3_bucket.demo-import.id"]},"object":{"key":[{"wildcard":"incoming/*.csv"}]}},"detail-type":["Object Created"],"source":["aws.s3"]}""",
        TerraformStrings.WithoutExpressions((string)Of("aws_cloudwatch_event_rule")["event_pattern"]!));

    [Fact]
    public void The_bucket_tells_EventBridge() => Assert.True((bool)Of("aws_s3_bucket_notification")["eventbridge"]!);

    [Fact]
    public void EventBridge_may_run_that_family_on_that_cluster_and_pass_those_two_roles_to_ECS() => Assert.Equal(
        """
        {"Version":"2012-10-17","Statement":[{"Sid":"PassRoles","Effect":"Allow","Action":"iam:PassRole","Resource":["aws_iam_role.demo-import_execution.arn","aws_iam_role.demo-import_task.arn"],"Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}},{"Sid":"RunTask","Effect":"Allow","Action":"ecs:RunTask","Resource":"${aws_ecs_task_definition.demo-import.arn_without_revision}:*","Condition":{"ArnEquals":{"ecs:cluster":"aws_ecs_cluster.demo-cluster.arn"}}}]}
        """.Trim(),
        Policy("demo-import_invoke"));

    [Fact]
    public void The_task_may_read_that_bucket_and_write_that_table() => Assert.Equal(
        """
        {"Version":"2012-10-17","Statement":[{"Sid":"FindUploads","Effect":"Allow","Action":"s3:ListBucket","Resource":"aws_s3_bucket.demo-import.arn"},{"Sid":"ReadUploads","Effect":"Allow","Action":"s3:GetObject","Resource":"${aws_s3_bucket.demo-import.arn}/*"},{"Sid":"WriteTable","Effect":"Allow","Action":["dynamodb:BatchWriteItem","dynamodb:DeleteItem","dynamodb:PutItem","dynamodb:UpdateItem"],"Resource":"aws_dynamodb_table.demo-import.arn"}]}
        """.Trim(),
        Policy("demo-import_task"));

    [Fact]
    public void What_cannot_be_started_goes_to_a_queue_that_only_this_rule_writes_to()
    {
        Assert.Equal("${aws_sqs_queue.demo-import_dead_letters.arn}", (string?)Of("aws_cloudwatch_event_target")["dead_letter_config"]!["arn"]);
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"LetRuleIn","Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"aws_sqs_queue.demo-import_dead_letters.arn","Condition":{"ArnEquals":{"aws:SourceArn":"aws_cloudwatch_event_rule.demo-import.arn"}}}]}""",
            TerraformStrings.WithoutExpressions((string)Example.Value["aws_sqs_queue_policy"]!["demo-import_dead_letters"]!["policy"]!));
    }

    private static JsonNode Of(string type) => Example.Value[type]!["demo-import"]!;

    private static string Policy(string role) => TerraformStrings.WithoutExpressions((string)Example.Value["aws_iam_role_policy"]![role]!["policy"]!);
}
