using System.Text.Json.Nodes;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.Ecs;

/// <summary>What the role may do that ECS starts a task with.</summary>
public sealed class ExecutionPolicyTests
{
    private const string Secret = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:shop-AbCdEf";
    private const string Parameter = "arn:aws:ssm:eu-central-1:111122223333:parameter/shop";

    [Fact]
    public void Nothing_is_allowed_where_nothing_is_needed() => Assert.True(ExecutionPolicy.Of(Task(new() { Image = "httpd:2.4" }), null).IsEmpty);

    [Fact]
    public void Exactly_the_secrets_that_are_named_may_be_read()
    {
        var statements = Statements(new()
        {
            Image = "httpd:2.4",
            Secrets = new Dictionary<string, Value<string>> { ["A"] = Secret, ["B"] = $"{Secret}:key::", ["C"] = Parameter },
        });

        Assert.Equal([("secretsmanager:GetSecretValue", Secret), ("ssm:GetParameters", Parameter)], statements);
    }

    [Fact]
    public void An_image_in_ECR_may_be_pulled_and_no_other()
    {
        var statements = Statements(new() { Image = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/team/shop:1.0" });

        Assert.Contains(("ecr:BatchGetImage", "arn:aws:ecr:eu-central-1:111122223333:repository/team/shop"), statements);
        Assert.Equal(["ecr:GetAuthorizationToken"], statements.Where(statement => statement.Resource == "*").Select(statement => statement.Action));
    }

    [Theory]
    [InlineData("111122223333.dkr.ecr.us-gov-west-1.amazonaws.com/team/shop:1.0", "arn:aws-us-gov:ecr:us-gov-west-1:111122223333:repository/team/shop")]
    [InlineData("111122223333.dkr-ecr.us-gov-west-1.on.aws/team/shop:1.0", "arn:aws-us-gov:ecr:us-gov-west-1:111122223333:repository/team/shop")]
    [InlineData("111122223333.dkr.ecr-fips.us-east-1.amazonaws.com/shop@sha256:0a1b", "arn:aws:ecr:us-east-1:111122223333:repository/shop")]
    [InlineData("111122223333.dkr-ecr-fips.us-east-1.on.aws/shop", "arn:aws:ecr:us-east-1:111122223333:repository/shop")]
    [InlineData("111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/shop", "arn:aws-cn:ecr:cn-north-1:111122223333:repository/shop")]
    [InlineData("111122223333.dkr.ecr.eusc-de-east-1.amazonaws.eu/shop", "arn:aws-eusc:ecr:eusc-de-east-1:111122223333:repository/shop")]
    [InlineData("111122223333.dkr.ecr.us-isob-east-1.sc2s.sgov.gov/shop", "arn:aws-iso-b:ecr:us-isob-east-1:111122223333:repository/shop")]
    public void An_image_may_be_pulled_from_the_registry_of_any_partition(string image, string repository) =>
        Assert.Contains(("ecr:BatchGetImage", repository), Statements(new() { Image = image }));

    [Theory]
    [InlineData("111122223333.dkr.ecr.eu-central-1.amazonaws.com.example.com/shop")]
    [InlineData("public.ecr.aws/nginx/nginx:1.29")]
    [InlineData("example.com/111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop")]
    public void An_image_of_another_registry_allows_nothing(string image) => Assert.True(ExecutionPolicy.Of(Task(new() { Image = image }), null).IsEmpty);

    [Fact]
    public void A_secret_that_only_terraform_knows_is_the_one_resource() =>
        Assert.Equal(
            [("secretsmanager:GetSecretValue", "${jsonencode(aws_secretsmanager_secret.shop.arn)}"), ("ssm:GetParameters", "${jsonencode(aws_secretsmanager_secret.shop.arn)}")],
            Statements(new() { Image = "httpd:2.4", Secrets = new Dictionary<string, Value<string>> { ["A"] = Expression.Of("aws_secretsmanager_secret.shop.arn") } }));

    [Fact]
    public void Environment_files_may_be_read_with_the_place_of_their_bucket() =>
        Assert.Equal(
            [("s3:GetBucketLocation", "arn:aws:s3:::shop"), ("s3:GetObject", "arn:aws:s3:::shop/shop.env")],
            Statements(new() { Image = "httpd:2.4", EnvironmentFiles = ["arn:aws:s3:::shop/shop.env"] }));

    private static List<(string Action, string Resource)> Statements(ContainerProps container)
    {
        var text = ExecutionPolicy.Of(Task(container), null).Text(static tree => Json.Text(Json.Of(tree, isModule: false))).Replace("${jsonencode(aws_secretsmanager_secret.shop.arn)}", "\"${jsonencode(aws_secretsmanager_secret.shop.arn)}\"");
        return
        [
            .. from statement in JsonNode.Parse(text)!["Statement"]!.AsArray()
            from action in Many(statement!["Action"]!)
            from resource in Many(statement["Resource"]!)
            orderby action, resource
            select (action, resource),
        ];
    }

    private static IEnumerable<string> Many(JsonNode node) => node is JsonArray list ? list.Select(item => (string)item!) : [(string)node!];

    private static TaskDefinitionProps Task(ContainerProps container) => new() { Region = "eu-central-1", Containers = new Dictionary<string, ContainerProps> { ["app"] = container } };
}
