using HashiCorp.Cdktf;
using Orchestrator.Modules.Events;
using Orchestrator.Modules.Functions;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Storage;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.StaticIp;

/// <summary>The function with its role, its log, its state, and the queue for runs that failed.</summary>
internal sealed class SyncFunction : ModuleConstruct
{
    private const int LongestName = 64;

    /// <summary>How old an event may be that starts a run: the next one comes a minute later.</summary>
    internal const int OldestEventSeconds = 60;

    /// <summary>Makes them.</summary>
    /// <param name="owner">The static addresses.</param>
    /// <param name="balancer">What they declare.</param>
    /// <param name="package">The function's zip.</param>
    /// <param name="targets">The target groups.</param>
    internal SyncFunction(ModuleConstruct owner, StaticIpApplicationLoadBalancerProps balancer, FunctionPackage package, IReadOnlyList<SyncTarget> targets)
        : base(owner, "sync", balancer.EffectiveSync)
    {
        var (props, tags, dnsName) = (balancer.EffectiveSync, balancer.Tags, balancer.ApplicationLoadBalancer.DnsName ?? "");
        LoadBalancer = Lower(dnsName);
        QueueArn = DeadLetters.AddQueue(this, tags);
        var (bucketArn, bucket) = AddState(props, tags);
        var name = Emit.Text(props.FunctionName) ?? DefaultFunctionName();
        Make<Aws.CloudwatchLogGroup.CloudwatchLogGroup>("log-group", new Aws.CloudwatchLogGroup.CloudwatchLogGroupConfig
        {
            Name = $"/aws/lambda/{name}",
            RetentionInDays = Emit.Number(props.LogRetentionDays),
            KmsKeyId = Emit.Text(props.LogKmsKeyArn),
            Tags = Emit.Map(tags),
        });
        var policy = SyncPolicy.Of(props, LoadBalancer, bucketArn, Expression.Attribute("aws_cloudwatch_log_group", LogicalId, "arn"), QueueArn, targets);
        var role = new Role(this, "function", new() { Service = "lambda.amazonaws.com", Policy = policy, Tags = tags });
        var zip = new TerraformAsset(this, "package", new TerraformAssetConfig { Path = package.Path, Type = AssetType.FILE, AssetHash = Spelling.Of(props.Architecture) });
        var function = Make<Aws.LambdaFunction.LambdaFunction>(MainResourceId, new Aws.LambdaFunction.LambdaFunctionConfig
        {
            FunctionName = name,
            Description = "Keeps the targets of a Network Load Balancer equal to the addresses of an Application Load Balancer.",
            Runtime = "provided.al2023",
            Handler = "bootstrap",
            Architectures = [Spelling.Of(props.Architecture)],
            Filename = $"${{path.module}}/{zip.Path}",
            SourceCodeHash = package.Sha256,
            Role = Emit.Text(role.Arn)!,
            MemorySize = Emit.Number(props.MemoryMiB),
            Timeout = Emit.Number(props.TimeoutSeconds),
            ReservedConcurrentExecutions = 1,
            KmsKeyArn = Emit.Text(props.KmsKeyArn),
            Environment = new Aws.LambdaFunction.LambdaFunctionEnvironment { Variables = Emit.Map(SyncEnvironment.Of(props, balancer.VpcCidrs, dnsName, bucket, targets)) },
            LoggingConfig = new Aws.LambdaFunction.LambdaFunctionLoggingConfig { LogFormat = "Text", LogGroup = Expression.Attribute("aws_cloudwatch_log_group", LogicalId, "name").Template },
            TracingConfig = new Aws.LambdaFunction.LambdaFunctionTracingConfig { Mode = props.Tracing ? "Active" : "PassThrough" },
            Tags = Emit.Map(tags),
        });
        Emit.DependsOn(function, [role.PolicyAddress]);
        Make<Aws.LambdaFunctionEventInvokeConfig.LambdaFunctionEventInvokeConfig>("event-invoke-config", new Aws.LambdaFunctionEventInvokeConfig.LambdaFunctionEventInvokeConfigConfig
        {
            FunctionName = Emit.Text(Name)!,
            MaximumRetryAttempts = 0,
            MaximumEventAgeInSeconds = OldestEventSeconds,
            DestinationConfig = new Aws.LambdaFunctionEventInvokeConfig.LambdaFunctionEventInvokeConfigDestinationConfig
            {
                OnFailure = new Aws.LambdaFunctionEventInvokeConfig.LambdaFunctionEventInvokeConfigDestinationConfigOnFailure { Destination = Emit.Text(QueueArn)! },
            },
        });
        SyncSchedule.Add(this, props, tags);
    }

    /// <summary>The function's name.</summary>
    internal Value<string> Name => Expression.Attribute("aws_lambda_function", LogicalId, "function_name");

    /// <summary>The function's ARN.</summary>
    internal Value<string> Arn => Expression.Attribute("aws_lambda_function", LogicalId, "arn");

    /// <summary>The Application Load Balancer's DNS name in lower case, as the function has it in keys and dimensions.</summary>
    internal Value<string> LoadBalancer { get; }

    /// <summary>The queue for runs that failed or could not be started.</summary>
    internal Value<string> QueueArn { get; }

    private (Value<string> Arn, Value<string> Name) AddState(LambdaSyncProps props, IReadOnlyDictionary<string, Value<string>> tags)
    {
        if (props.StateBucket.ExistingName is { } existing)
        {
            // A bucket's ARN names its partition, which is that of everything here.
            return (new Expression($"arn:${{split(\":\", {HclExpression.Of($"{QueueArn}")})[1]}}:s3:::{existing}"), existing);
        }
        var bucket = PrivateBucket.Add(this, new()
        {
            Purpose = PhysicalName.Of(LogicalId),
            KmsKeyArn = props.StateBucket.KmsKeyArn,
            ForceDestroy = props.StateBucket.ForceDestroy,
            Tags = tags,
        });
        Make<Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfiguration>("lifecycle", new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationConfig
        {
            Bucket = Emit.Text(bucket.Name)!,
            Rule = new[]
            {
                new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationRule
                {
                    Id = "expire-old-versions",
                    Status = "Enabled",
                    Filter = new[] { new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationRuleFilter { Prefix = "" } },
                    NoncurrentVersionExpiration = new[] { new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationRuleNoncurrentVersionExpiration { NoncurrentDays = Emit.Number(props.StateBucket.NoncurrentVersionDays)!.Value } },
                    AbortIncompleteMultipartUpload = new[] { new Aws.S3BucketLifecycleConfiguration.S3BucketLifecycleConfigurationRuleAbortIncompleteMultipartUpload { DaysAfterInitiation = 7 } },
                },
            },
        });
        return bucket;
    }

    private string DefaultFunctionName()
    {
        var name = $"{StackName}-{PhysicalName.Of(LogicalId)}";
        return name.Length <= LongestName ? name : name[..LongestName].TrimEnd('-');
    }

    private static Value<string> Lower(Value<string> dnsName) =>
        dnsName.TryGetLiteral(out var literal) ? literal.TrimEnd('.').ToLowerInvariant() : Expression.Of($"lower({HclExpression.Of(dnsName.Expression!.Template)})");
}
