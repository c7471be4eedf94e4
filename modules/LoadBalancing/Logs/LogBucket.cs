using Constructs;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A bucket that load balancers of one account can write their logs to.</summary>
public sealed class LogBucket : ModuleConstruct, ILogBucket
{
    private const int DaysForIncompleteUploads = 7;

    /// <summary>Makes the bucket and what keeps it closed.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id; part of its name in AWS, and its address in the state.</param>
    /// <param name="props">What it declares.</param>
    public LogBucket(Construct scope, string id, LogBucketProps props)
        : base(scope, id, props)
    {
        Name = Expression.Attribute("aws_s3_bucket", LogicalId, "id");
        PolicyAddress = $"aws_s3_bucket_policy.{LogicalId}";
        Resource = Make<Aws.S3Bucket.S3Bucket>(MainResourceId, new Aws.S3Bucket.S3BucketConfig
        {
            Bucket = Emit.Text(props.Name),
            BucketPrefix = props.Name is null ? PrefixOf(AwsNames.Bucket, DefaultName) : null,
            Tags = Emit.Map(props.Tags),
            // S3 deletes no bucket with logs in it.
            Lifecycle = Emit.KeepsPrefix("bucket_prefix"),
        });
        var bucket = Emit.Text(Name)!;
        Make<Aws.S3BucketPublicAccessBlock.S3BucketPublicAccessBlock>("_public_access_block", new Aws.S3BucketPublicAccessBlock.S3BucketPublicAccessBlockConfig
        {
            Bucket = bucket,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        });
        Make<Aws.S3BucketOwnershipControls.S3BucketOwnershipControls>("_ownership_controls", new Aws.S3BucketOwnershipControls.S3BucketOwnershipControlsConfig
        {
            Bucket = bucket,
            Rule = new Aws.S3BucketOwnershipControls.S3BucketOwnershipControlsRule { ObjectOwnership = "BucketOwnerEnforced" },
        });
        Make<Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationA>("_encryption", new Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationAConfig
        {
            Bucket = bucket,
            Rule = new[]
            {
                new Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationRuleA
                {
                    ApplyServerSideEncryptionByDefault = new Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultA { SseAlgorithm = "AES256" },
                },
            },
        });
        Make<Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfiguration>("_lifecycle", new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationConfig
        {
            Bucket = bucket,
            Rule = new[]
            {
                new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationRule
                {
                    Id = "expire",
                    Status = "Enabled",
                    Filter = new[] { new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationRuleFilter { Prefix = "" } },
                    Expiration = new[] { new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationRuleExpiration { Days = Emit.Number(props.ExpirationDays) } },
                    AbortIncompleteMultipartUpload = new[] { new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload { DaysAfterInitiation = DaysForIncompleteUploads } },
                },
            },
        });
        Make<Aws.S3BucketPolicy.S3BucketPolicy>("_policy", new Aws.S3BucketPolicy.S3BucketPolicyConfig
        {
            Bucket = bucket,
            Policy = LogBucketPolicy.Of(Expression.Attribute("aws_s3_bucket", LogicalId, "arn"), props.AccountId).Text(Json),
        });
    }

    /// <inheritdoc/>
    public Value<string> Name { get; }

    /// <inheritdoc/>
    public string? PolicyAddress { get; }

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.S3Bucket.S3Bucket Resource { get; }

    /// <inheritdoc/>
    public override string ToString() => LogicalId;
}
