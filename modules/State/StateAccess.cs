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
        AddPolicy(bucket, props, "plan", StatePolicies.ToPlan(bucket.Arn, bucket.KeyArn));
        AddPolicy(bucket, props, "apply", StatePolicies.ToApply(bucket.Arn, bucket.KeyArn));
        if (props.GitHubRepository is not { } repository)
        {
            return;
        }
        var provider = props.GitHubProviderArn ?? AddProvider(bucket);
        AddRole(bucket, props, "plan", StatePolicies.AssumedByGitHub(provider, $"repo:{repository}:pull_request", ("repository", repository)));
        // An environment alone is a name that a workflow in any branch can write.
        AddRole(bucket, props, "apply", StatePolicies.AssumedByGitHub(provider, $"repo:{repository}:environment:{props.Environment}", ("repository", repository), ("environment", props.Environment), ("ref", $"refs/heads/{props.Branch}")));
    }

    private static Value<string> AddProvider(StateBucket bucket)
    {
        bucket.Make<Aws.IamOpenidConnectProvider.IamOpenidConnectProvider>(
            "_github",
            new Aws.IamOpenidConnectProvider.IamOpenidConnectProviderConfig { Url = $"https://{StatePolicies.GitHubIssuer}", ClientIdList = ["sts.amazonaws.com"] },
            "github");
        return Expression.Attribute("aws_iam_openid_connect_provider", $"{bucket.LogicalId}_github", "arn");
    }

    private static void AddPolicy(StateBucket bucket, StateBucketProps props, string purpose, PolicyDocument policy)
    {
        bucket.Make<Aws.IamPolicy.IamPolicy>(
            $"_{purpose}_policy",
            new Aws.IamPolicy.IamPolicyConfig
            {
                Name = $"{props.Prefix}-state-{purpose}",
                Description = $"What terraform {purpose} does with states",
                Policy = policy.Text(bucket.Json),
            },
            purpose);
        AddOutput(bucket, $"{purpose}_policy_arn", Expression.Attribute("aws_iam_policy", $"{bucket.LogicalId}_{purpose}", "arn"), $"The policy of who runs terraform {purpose}, for the state alone.");
    }

    private static void AddRole(StateBucket bucket, StateBucketProps props, string purpose, PolicyDocument assumed)
    {
        var name = $"{bucket.LogicalId}_{purpose}";
        bucket.Make<Aws.IamRole.IamRole>(
            $"_{purpose}_role",
            new Aws.IamRole.IamRoleConfig
            {
                Name = $"{props.Prefix}-{purpose}",
                AssumeRolePolicy = assumed.Text(bucket.Json),
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
        Kernel.Create<TerraformOutput>(bucket.Stack, name, new TerraformOutputConfig { Value = value.Template, Description = description });
}
