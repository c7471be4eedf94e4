using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Storage;

/// <summary>A bucket that belongs to the construct that needs it: private, encrypted, reached over TLS only.</summary>
internal static class PrivateBucket
{
    /// <summary>Makes the bucket.</summary>
    internal static (Value<string> Arn, Value<string> Name) Add(ModuleConstruct owner, PrivateBucketProps props)
    {
        var (arn, name) = (Expression.Attribute("aws_s3_bucket", owner.LogicalId, "arn"), Expression.Attribute("aws_s3_bucket", owner.LogicalId, "id"));
        owner.Make<Aws.S3Bucket.S3Bucket>("bucket", new Aws.S3Bucket.S3BucketConfig
        {
            Bucket = Emit.Text(props.Name),
            BucketPrefix = props.Name is null ? owner.PrefixOf(AwsNames.Bucket, props.Purpose) : null,
            ForceDestroy = Emit.Boolean(props.ForceDestroy),
            Tags = Emit.Map(props.Tags),
        });
        owner.Make<Aws.S3BucketPublicAccessBlock.S3BucketPublicAccessBlock>("public-access-block", new Aws.S3BucketPublicAccessBlock.S3BucketPublicAccessBlockConfig
        {
            Bucket = name.Template,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        });
        owner.Make<Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationA>("encryption", new Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationAConfig
        {
            Bucket = name.Template,
            Rule = new[]
            {
                new Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationRuleA
                {
                    BucketKeyEnabled = Emit.Boolean(Value.When<bool>(props.KmsKeyArn.IsSet(), true, null)),
                    ApplyServerSideEncryptionByDefault = new Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultA
                    {
                        SseAlgorithm = Emit.Text(Value.When<string>(props.KmsKeyArn.IsSet(), "aws:kms", "AES256"))!,
                        KmsMasterKeyId = Emit.Text(props.KmsKeyArn),
                    },
                },
            },
        });
        owner.Make<Aws.S3BucketVersioning.S3BucketVersioningA>("versioning", new Aws.S3BucketVersioning.S3BucketVersioningAConfig
        {
            Bucket = name.Template,
            VersioningConfiguration = new Aws.S3BucketVersioning.S3BucketVersioningVersioningConfiguration { Status = Emit.Choice(props.Versioning, "Enabled", "Suspended")! },
        });
        owner.Make<Aws.S3BucketPolicy.S3BucketPolicy>("bucket-policy", new Aws.S3BucketPolicy.S3BucketPolicyConfig
        {
            Bucket = name.Template,
            Policy = new PolicyDocument()
                .Add("RefusePlainText", new() { Effect = PolicyEffect.Deny, Actions = ["s3:*"], Resources = [arn, new Expression($"{arn}/*")], Conditions = PolicyCondition.Of("Bool", "aws:SecureTransport", "false") }, PolicyPrincipal.Everybody)
                .Text(owner.Json),
        });
        return (arn, name);
    }
}
