using HashiCorp.Cdktf;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.State;

/// <summary>The policies of who plans and who applies, and their roles where GitHub takes them on.</summary>
internal static class StateAccess
{
    /// <summary>Adds them to a bucket.</summary>
    internal static void AddTo(StateBucket bucket, StateBucketProps props)
    {
        AddPolicy(bucket, "plan", StatePolicies.ToPlan(bucket.Arn, bucket.KeyArn));
        AddPolicy(bucket, "apply", StatePolicies.ToApply(bucket.Arn, bucket.KeyArn));
        if (props.GitHubRepository is not { } repository)
        {
            return;
        }
        bucket.Make<Aws.IamOpenidConnectProvider.IamOpenidConnectProvider>(
            "_github",
            new Aws.IamOpenidConnectProvider.IamOpenidConnectProviderConfig { Url = "https://token.actions.githubusercontent.com", ClientIdList = ["sts.amazonaws.com"] },
            "github");
        AddRole(bucket, "plan", $"repo:{repository}:pull_request");
        AddRole(bucket, "apply", $"repo:{repository}:environment:{props.Environment}");
    }

    private static void AddPolicy(StateBucket bucket, string purpose, PolicyDocument policy)
    {
        bucket.Make<Aws.IamPolicy.IamPolicy>(
            $"_{purpose}_policy",
            new Aws.IamPolicy.IamPolicyConfig
            {
                Name = $"terraform-state-{purpose}",
                Description = $"What terraform {purpose} does with states",
                Policy = policy.Text(bucket.Json),
            },
            purpose);
        AddOutput(bucket, $"{purpose}_policy_arn", Expression.Attribute("aws_iam_policy", $"{bucket.LogicalId}_{purpose}", "arn"), $"The policy of who runs terraform {purpose}, for the state alone.");
    }

    private static void AddRole(StateBucket bucket, string purpose, string subject)
    {
        var name = $"{bucket.LogicalId}_{purpose}";
        bucket.Make<Aws.IamRole.IamRole>(
            $"_{purpose}_role",
            new Aws.IamRole.IamRoleConfig
            {
                Name = $"terraform-{purpose}",
                AssumeRolePolicy = StatePolicies.AssumedByGitHub(Expression.Attribute("aws_iam_openid_connect_provider", $"{bucket.LogicalId}_github", "arn"), subject).Text(bucket.Json),
            },
            purpose);
        bucket.Make<Aws.IamRolePolicyAttachment.IamRolePolicyAttachment>(
            $"_{purpose}_attachment",
            new Aws.IamRolePolicyAttachment.IamRolePolicyAttachmentConfig
            {
                Role = Emit.Text(Expression.Attribute("aws_iam_role", name, "name"))!,
                PolicyArn = Emit.Text(Expression.Attribute("aws_iam_policy", name, "arn"))!,
            },
            purpose);
        AddOutput(bucket, $"{purpose}_role_arn", Expression.Attribute("aws_iam_role", name, "arn"), $"The role that GitHub runs terraform {purpose} with; attach what the stacks need.");
    }

    private static void AddOutput(StateBucket bucket, string name, Expression value, string description) =>
        new TerraformOutput(TerraformStack.Of(bucket), name, new TerraformOutputConfig { Value = value.Template, Description = description });
}
