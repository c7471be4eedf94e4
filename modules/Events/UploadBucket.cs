using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Events;

/// <summary>A bucket for uploads: private, encrypted, reached over TLS only.</summary>
internal static class UploadBucket
{
    /// <summary>S3's limit of 63 characters less the 26 that the provider appends.</summary>
    private const int LongestPrefix = 37;

    /// <summary>Makes the bucket.</summary>
    internal static (Value<string> Arn, Value<string> Name) Add(ModuleConstruct owner, UploadBucketProps props, IReadOnlyDictionary<string, Value<string>> tags)
    {
        var (arn, name) = (Expression.Attribute("aws_s3_bucket", owner.LogicalId, "arn"), Expression.Attribute("aws_s3_bucket", owner.LogicalId, "id"));
        owner.Named(new Aws.S3Bucket.S3Bucket(owner, "bucket", new Aws.S3Bucket.S3BucketConfig
        {
            Bucket = Emit.Text(props.Name),
            BucketPrefix = props.Name is null ? PrefixOf(owner) : null,
            ForceDestroy = Emit.Boolean(props.ForceDestroy),
            Tags = Emit.Map(tags),
        }));
        owner.Named(new Aws.S3BucketPublicAccessBlock.S3BucketPublicAccessBlock(owner, "public-access-block", new Aws.S3BucketPublicAccessBlock.S3BucketPublicAccessBlockConfig
        {
            Bucket = name.Template,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }));
        owner.Named(new Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationA(owner, "encryption", new Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationAConfig
        {
            Bucket = name.Template,
            Rule = new[]
            {
                new Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationRuleA
                {
                    BucketKeyEnabled = props.KmsKeyArn is null ? null : true,
                    ApplyServerSideEncryptionByDefault = new Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultA
                    {
                        SseAlgorithm = props.KmsKeyArn is null ? "AES256" : "aws:kms",
                        KmsMasterKeyId = Emit.Text(props.KmsKeyArn),
                    },
                },
            },
        }));
        owner.Named(new Aws.S3BucketVersioning.S3BucketVersioningA(owner, "versioning", new Aws.S3BucketVersioning.S3BucketVersioningAConfig
        {
            Bucket = name.Template,
            VersioningConfiguration = new Aws.S3BucketVersioning.S3BucketVersioningVersioningConfiguration { Status = Emit.Choice(props.Versioning, "Enabled", "Suspended")! },
        }));
        owner.Named(new Aws.S3BucketPolicy.S3BucketPolicy(owner, "bucket-policy", new Aws.S3BucketPolicy.S3BucketPolicyConfig
        {
            Bucket = name.Template,
            Policy = new PolicyDocument()
                .Add("RefusePlainText", new() { Effect = PolicyEffect.Deny, Actions = ["s3:*"], Resources = [arn, new Expression($"{arn}/*")], Conditions = InvokePolicy.Condition("Bool", "aws:SecureTransport", "false") }, PolicyPrincipal.Everybody)
                .Text(owner.Resolve),
        }));
        return (arn, name);
    }

    /// <summary>Bucket names have lower-case letters, digits and hyphens.</summary>
    private static string PrefixOf(ModuleConstruct owner)
    {
        var name = $"{owner.StackName}-{owner.DefaultName}".ToLowerInvariant();
        return $"{(name.Length < LongestPrefix ? name : name[..(LongestPrefix - 1)]).TrimEnd('-')}-";
    }
}
