using Orchestrator.Modules.Events;
using Orchestrator.Modules.Functions;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Storage;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.StaticIp;

/// <summary>The function with its role, its log, its state, and the queue for runs that failed.</summary>
internal sealed class SyncFunction : ModuleConstruct
{
    /// <summary>How old an event may be that starts a run: the next one comes a minute later.</summary>
    internal const int OldestEventSeconds = 60;

    /// <summary>Makes them.</summary>
    /// <param name="owner">The static addresses.</param>
    /// <param name="balancer">What they declare.</param>
    /// <param name="package">The function's zip.</param>
    /// <param name="targets">The target groups.</param>
    internal SyncFunction(ModuleConstruct owner, StaticIpApplicationLoadBalancerProps balancer, FunctionPackage package, SyncTargets targets)
        : base(owner, "sync", balancer.EffectiveSync)
    {
        var (props, tags, dnsName) = (balancer.EffectiveSync, balancer.Tags, balancer.ApplicationLoadBalancer.DnsName ?? "");
        LoadBalancer = Lower(dnsName);
        QueueArn = DeadLetters.AddQueue(this, tags);
        var (bucketArn, bucket) = AddState(props, tags);
        var name = Emit.Text(props.FunctionName.Or(DefaultFunctionName()))!;
        Make<Aws.CloudwatchLogGroup.CloudwatchLogGroup>("log-group", new Aws.CloudwatchLogGroup.CloudwatchLogGroupConfig
        {
            Name = $"/aws/lambda/{name}",
            RetentionInDays = Emit.Number(props.LogRetentionDays),
            KmsKeyId = Emit.Text(props.LogKmsKeyArn),
            Tags = Emit.Map(tags),
        });
        var policy = SyncPolicy.Of(LoadBalancer, bucketArn, Expression.Attribute("aws_cloudwatch_log_group", LogicalId, "arn"), QueueArn, targets);
        var role = new Role(this, "function", new() { Service = "lambda.amazonaws.com", Policy = policy, Tags = tags });
        var (filename, hash) = FilesOf(package, props.Architecture);
        var function = Make<Aws.LambdaFunction.LambdaFunction>(MainResourceId, new Aws.LambdaFunction.LambdaFunctionConfig
        {
            FunctionName = name,
            Description = "Keeps the targets of a Network Load Balancer equal to the addresses of an Application Load Balancer.",
            Runtime = "provided.al2023",
            Handler = "bootstrap",
            Architectures = [Spelling.Of(props.Architecture)],
            Filename = filename,
            SourceCodeHash = hash,
            Role = Emit.Text(role.Arn)!,
            MemorySize = Emit.Number(props.MemoryMiB),
            Timeout = Emit.Number(props.TimeoutSeconds),
            ReservedConcurrentExecutions = 1,
            KmsKeyArn = Emit.Text(props.KmsKeyArn),
            Environment = new Aws.LambdaFunction.LambdaFunctionEnvironment { Variables = Emit.MapOfSet(SyncEnvironment.Of(props, balancer.VpcCidrs, dnsName, bucket, targets)) },
            LoggingConfig = new Aws.LambdaFunction.LambdaFunctionLoggingConfig { LogFormat = "Text", LogGroup = Expression.Attribute("aws_cloudwatch_log_group", LogicalId, "name").Template },
            TracingConfig = new Aws.LambdaFunction.LambdaFunctionTracingConfig { Mode = Emit.Choice(props.Tracing, "Active", "PassThrough")! },
            Tags = Emit.Map(tags),
        });
        Emit.DependsOn(function, [role.PolicyAddress, .. AddMorePolicies(role, props)]);
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

    /// <summary>What the function may do where it is set up for it.</summary>
    private IEnumerable<string> AddMorePolicies(Role role, LambdaSyncProps props)
    {
        if (props.StateBucket.KmsKeyArn is { } key)
        {
            yield return role.AddPolicy(this, "state-key", SyncPolicy.UseKey(key));
        }
        if (!props.Tracing.Is(false))
        {
            yield return role.AddPolicy(this, "trace", SyncPolicy.Trace());
        }
    }

    /// <summary>The zip beside the configuration, and its hash. A module brings the file with it, and Terraform reads the hash off it.</summary>
    private (string Filename, string Hash) FilesOf(FunctionPackage package, FunctionArchitecture architecture)
    {
        if (Model.IsModule)
        {
            var file = $"${{path.module}}/{Path.GetFileName(package.Path)}";
            return (file, $"${{filebase64sha256(\"{file}\")}}");
        }
        return ($"${{path.module}}/{Kernel.AddAsset(this, "package", package.Path, Spelling.Of(architecture))}", package.Sha256);
    }

    private (Value<string> Arn, Value<string> Name) AddState(LambdaSyncProps props, IReadOnlyDictionary<string, Value<string>> tags)
    {
        var existing = props.StateBucket.ExistingName;
        if (!existing.MayBeNull())
        {
            return (ExistingArn(existing), existing);
        }
        var (arn, name) = AddBucket(props, tags);
        return existing is null ? (arn, name) : (Value.When(existing.IsSet(), ExistingArn(existing), arn)!, existing.Or(name));
    }

    /// <summary>A bucket's ARN names its partition, which is that of everything here.</summary>
    private Value<string> ExistingArn(Value<string> name) => Expression.Of($"\"arn:${{split(\":\", {QueueArn})[1]}}:s3:::${{{name}}}\"");

    private (Value<string> Arn, Value<string> Name) AddBucket(LambdaSyncProps props, IReadOnlyDictionary<string, Value<string>> tags)
    {
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

    private Value<string> DefaultFunctionName() => new Expression(CutNameOf(AwsNames.Function, PhysicalName.Of(LogicalId)));

    private static Value<string> Lower(Value<string> dnsName) =>
        dnsName.TryGetLiteral(out var literal) ? literal.TrimEnd('.').ToLowerInvariant() : Expression.Of($"lower({dnsName})");
}
