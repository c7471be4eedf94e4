using System.Text.Json.Nodes;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.TargetGroups;

[Collection(nameof(Jsii))]
public sealed class LambdaTargetTests
{
    private const string Function = "arn:aws:lambda:eu-central-1:111122223333:function:report";

    [Fact]
    public void A_function_is_registered_once_its_group_may_invoke_it()
    {
        var (permission, attachment) = Of(Function);

        Assert.Equal(Function, (string?)permission["function_name"]);
        Assert.Null(permission["qualifier"]);
        Assert.Equal("elasticloadbalancing.amazonaws.com", (string?)permission["principal"]);
        Assert.Equal("${aws_lb_target_group.report.arn}", (string?)permission["source_arn"]);
        Assert.Equal(["aws_lambda_permission.report_function"], attachment["depends_on"]!.AsArray().Select(address => (string?)address));
    }

    [Fact]
    public void An_alias_is_registered_as_it_is_and_permitted_by_its_parts()
    {
        var (permission, attachment) = Of($"{Function}:live");

        Assert.Equal((Function, "live"), ((string?)permission["function_name"], (string?)permission["qualifier"]));
        Assert.Equal($"{Function}:live", (string?)attachment["target_id"]);
    }

    private static (JsonNode Permission, JsonNode Attachment) Of(string arn)
    {
        var resources = Synthesized.Stack(stack => new TargetGroup(stack, "report", new() { TargetType = TargetType.Lambda, Targets = new Dictionary<string, TargetProps> { ["function"] = new() { FunctionArn = arn } } }));
        return (resources["aws_lambda_permission"]!["report_function"]!, resources["aws_lb_target_group_attachment"]!["report_function"]!);
    }
}
