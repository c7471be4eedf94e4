using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.Iam;

public sealed class PolicyDocumentTests
{
    [Fact]
    public void The_same_statements_give_the_same_text_in_whatever_order()
    {
        var one = new PolicyDocument().Allow("B", ["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::b/*", "arn:aws:s3:::a/*").Allow("A", ["sqs:SendMessage"], "arn:aws:sqs:::q");
        var other = new PolicyDocument().Allow("A", ["sqs:SendMessage"], "arn:aws:sqs:::q").Allow("B", ["s3:PutObject", "s3:GetObject", "s3:GetObject"], "arn:aws:s3:::a/*", "arn:aws:s3:::b/*");

        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:::q"},{"Sid":"B","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":["arn:aws:s3:::a/*","arn:aws:s3:::b/*"]}]}""",
            one.Text(Write));
        Assert.Equal(one.Text(Write), other.Text(Write));
    }

    [Fact]
    public void A_resource_that_only_terraform_knows_is_encoded_by_it() =>
        Assert.Contains("\"Resource\":${jsonencode(\"${aws_s3_bucket.shop.arn}/*\")}", new PolicyDocument().Allow("A", ["s3:GetObject"], (Value<string>)new Expression("${aws_s3_bucket.shop.arn}/*")).Text(Write), StringComparison.Ordinal);

    [Fact]
    public void Conditions_and_principals_stand_in_their_order()
    {
        var conditions = new Dictionary<string, IReadOnlyDictionary<string, ValueList<string>>>
        {
            ["StringEquals"] = new Dictionary<string, ValueList<string>> { ["aws:SourceAccount"] = ["111122223333"] },
            ["ArnLike"] = new Dictionary<string, ValueList<string>> { ["aws:SourceArn"] = ["arn:aws:ecs:eu-central-1:111122223333:*"] },
        };

        var text = new PolicyDocument().Add("let in", new() { Actions = ["sqs:SendMessage"], Resources = ["arn:aws:sqs:::q"], Conditions = conditions }, PolicyPrincipal.Service("events.amazonaws.com")).Text(Write);

        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"letin","Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"arn:aws:sqs:::q","Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:ecs:eu-central-1:111122223333:*"},"StringEquals":{"aws:SourceAccount":"111122223333"}}}]}""",
            text);
    }

    private static string Write(object tree) => Json.Text(Json.Of(tree, isModule: false));
}
