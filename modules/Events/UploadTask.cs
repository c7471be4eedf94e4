using Constructs;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Storage;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Events;

/// <summary>
/// A bucket whose uploads each start a task, which is told the bucket and the key in its environment, may read that bucket, and may write one
/// table.
/// </summary>
public sealed class UploadTask : ModuleConstruct
{
    private static readonly Dictionary<string, Value<string>> FromEvent = new() { ["bucket"] = "$.detail.bucket.name", ["key"] = "$.detail.object.key" };

    private static readonly string[] Write = ["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"];

    /// <summary>Makes all of it.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id; the end of names in AWS, and part of addresses in the state.</param>
    /// <param name="props">What it declares.</param>
    public UploadTask(Construct scope, string id, UploadTaskProps props)
        : base(scope, id, props)
    {
        var (bucketArn, bucket) = PrivateBucket.Add(this, BucketOf(props));
        var (tableArn, table) = UploadTable.Add(this, props.Table, props.Tags);
        (Bucket, Table) = (bucket, table);
        BucketNotification.Add(this, bucket);
        var target = new TaskTarget(this, scope, id, props, isScheduled: false, Grants(props, bucketArn, tableArn));
        TaskDefinition = target.TaskDefinition;
        var config = new Aws.CloudwatchEventRule.CloudwatchEventRuleConfig { Name = Emit.Text(props.Name), EventPattern = UploadPattern.Text(bucket, props.Prefix, props.Suffix, Json) };
        TaskRule.Add(this, props, target, config, FromEvent, OverridesOf(props, table));
    }

    /// <summary>The bucket's name in AWS.</summary>
    public Value<string> Bucket { get; }

    /// <summary>The table's name in AWS.</summary>
    public Value<string> Table { get; }

    /// <summary>What its tasks run.</summary>
    public TaskDefinition TaskDefinition { get; }

    private PrivateBucketProps BucketOf(UploadTaskProps props) => new()
    {
        Purpose = DefaultName,
        Name = props.Bucket.Name,
        KmsKeyArn = props.Bucket.KmsKeyArn,
        Versioning = props.Bucket.Versioning,
        ForceDestroy = props.Bucket.ForceDestroy,
        Tags = props.Tags,
    };

    private static Dictionary<string, PolicyStatementProps> Grants(UploadTaskProps props, Value<string> bucketArn, Value<string> tableArn)
    {
        var grants = new Dictionary<string, PolicyStatementProps>
        {
            ["ReadUploads"] = new() { Actions = ["s3:GetObject"], Resources = [new Expression($"{bucketArn}/*")] },
            ["FindUploads"] = new() { Actions = ["s3:ListBucket"], Resources = [bucketArn] },
            ["WriteTable"] = new() { Actions = [.. Write], Resources = [tableArn] },
        };
        if (props.Bucket.KmsKeyArn is { } bucketKey)
        {
            grants["DecryptUploads"] = new() { Actions = ["kms:Decrypt"], Resources = [bucketKey] };
        }
        if (props.Table.KmsKeyArn is { } tableKey)
        {
            grants["UseTableKey"] = new() { Actions = ["kms:Decrypt", "kms:GenerateDataKey"], Resources = [tableKey] };
        }
        return grants;
    }

    private static Dictionary<string, ContainerOverrideProps> OverridesOf(UploadTaskProps props, Value<string> table)
    {
        var overrides = props.Overrides.ToDictionary();
        var container = props.EffectiveContainer ?? "";
        var given = overrides.GetValueOrDefault(container, new());
        overrides[container] = given with
        {
            Environment = new Dictionary<string, Value<string>>(given.Environment)
            {
                [props.BucketVariable] = "<bucket>",
                [props.KeyVariable] = "<key>",
                [props.TableVariable] = table,
            },
        };
        return overrides;
    }
}
