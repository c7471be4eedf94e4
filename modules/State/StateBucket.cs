using Constructs;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.State;

/// <summary>The bucket that states are kept in.</summary>
public sealed class StateBucket : ModuleConstruct
{
    private const int DaysForIncompleteUploads = 7;
    private const int VersionsThatStay = 10;
    private const int DaysToDeleteKey = 30;
    private readonly string _bucket;

    /// <summary>Makes the bucket, its key, and what keeps both.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id.</param>
    /// <param name="props">What it declares.</param>
    public StateBucket(Construct scope, string id, StateBucketProps props)
        : base(scope, id, props)
    {
        KeyArn = Expression.Attribute("aws_kms_key", LogicalId, "arn");
        Arn = Expression.Attribute("aws_s3_bucket", LogicalId, "arn");
        _bucket = Emit.Text(Expression.Attribute("aws_s3_bucket", LogicalId, "id"))!;
        AddKey(props);
        Make<Aws.S3Bucket.S3Bucket>(MainResourceId, new Aws.S3Bucket.S3BucketConfig { Bucket = Emit.Text(props.Name), Lifecycle = Kept() });
        Make<Aws.S3BucketVersioning.S3BucketVersioningA>("_versioning", new Aws.S3BucketVersioning.S3BucketVersioningAConfig
        {
            Bucket = _bucket,
            VersioningConfiguration = new Aws.S3BucketVersioning.S3BucketVersioningVersioningConfiguration { Status = "Enabled" },
        });
        AddEncryption();
        AddProtection();
        AddLifecycle(props);
        StateAccess.AddTo(this, props);
    }

    /// <summary>The bucket's ARN.</summary>
    public Value<string> Arn { get; }

    /// <summary>The ARN of the KMS key that encrypts the states.</summary>
    public Value<string> KeyArn { get; }

    private static TerraformResourceLifecycle Kept() => new() { PreventDestroy = true };

    private void AddKey(StateBucketProps props)
    {
        Make<Aws.KmsKey.KmsKey>("_key", new Aws.KmsKey.KmsKeyConfig
        {
            Description = "Encrypts the states of Terraform",
            EnableKeyRotation = true,
            DeletionWindowInDays = DaysToDeleteKey,
            Lifecycle = Kept(),
        });
        Make<Aws.KmsAlias.KmsAlias>("_alias", new Aws.KmsAlias.KmsAliasConfig { Name = $"alias/{props.Prefix}-state", TargetKeyId = Emit.Text(Expression.Attribute("aws_kms_key", LogicalId, "key_id"))! });
    }

    private void AddEncryption() => Make<Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationA>("_encryption", new Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationAConfig
    {
        Bucket = _bucket,
        Rule = new[]
        {
            new Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationRuleA
            {
                BucketKeyEnabled = true,
                ApplyServerSideEncryptionByDefault = new Aws.S3BucketServerSideEncryptionConfiguration.S3BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultA { SseAlgorithm = "aws:kms", KmsMasterKeyId = Emit.Text(KeyArn) },
            },
        },
    });

    private void AddProtection()
    {
        Make<Aws.S3BucketPublicAccessBlock.S3BucketPublicAccessBlock>("_public_access_block", new Aws.S3BucketPublicAccessBlock.S3BucketPublicAccessBlockConfig
        {
            Bucket = _bucket,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        });
        Make<Aws.S3BucketOwnershipControls.S3BucketOwnershipControls>("_ownership_controls", new Aws.S3BucketOwnershipControls.S3BucketOwnershipControlsConfig
        {
            Bucket = _bucket,
            Rule = new Aws.S3BucketOwnershipControls.S3BucketOwnershipControlsRule { ObjectOwnership = "BucketOwnerEnforced" },
        });
        Make<Aws.S3BucketPolicy.S3BucketPolicy>("_policy", new Aws.S3BucketPolicy.S3BucketPolicyConfig { Bucket = _bucket, Policy = StatePolicies.OfBucket(Arn).Text(Json) });
    }

    private void AddLifecycle(StateBucketProps props) => Emit.DependsOn(Make<Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfiguration>("_lifecycle", new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationConfig
    {
        Bucket = _bucket,
        Rule = new[]
        {
            new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationRule
            {
                Id = "old-versions",
                Status = "Enabled",
                Filter = new[] { new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationRuleFilter { Prefix = "" } },
                NoncurrentVersionExpiration = new[] { new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration { NoncurrentDays = Emit.Number(props.OldVersionDays)!.Value, NewerNoncurrentVersions = VersionsThatStay } },
                AbortIncompleteMultipartUpload = new[] { new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload { DaysAfterInitiation = DaysForIncompleteUploads } },
            },
        },
    }), [$"aws_s3_bucket_versioning.{LogicalId}"]);
}
