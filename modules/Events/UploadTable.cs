using Orchestrator.Modules.Names;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws.DynamodbTable;

namespace Orchestrator.Modules.Events;

/// <summary>The table that tasks write to.</summary>
internal static class UploadTable
{
    /// <summary>Makes the table.</summary>
    internal static (Value<string> Arn, Value<string> Name) Add(ModuleConstruct owner, UploadTableProps props, IReadOnlyDictionary<string, Value<string>> tags)
    {
        var attributes = new List<Aws.DynamodbTableAttribute> { new() { Name = Emit.Text(props.PartitionKey)!, Type = Spelling.Of(props.PartitionKeyType) } };
        if (props.SortKey is not null)
        {
            attributes.Add(new() { Name = Emit.Text(props.SortKey)!, Type = Spelling.Of(props.SortKeyType) });
        }
        owner.Make<Aws.DynamodbTable>("table", new Aws.DynamodbTableConfig
        {
            Name = Emit.Text(props.Name) ?? owner.NameOf(AwsNames.Table),
            BillingMode = "PAY_PER_REQUEST",
            HashKey = Emit.Text(props.PartitionKey),
            RangeKey = Emit.Text(props.SortKey),
            Attribute = attributes.ToArray(),
            ServerSideEncryption = new Aws.DynamodbTableServerSideEncryption { Enabled = props.KmsKeyArn is not null, KmsKeyArn = Emit.Text(props.KmsKeyArn) },
            PointInTimeRecovery = new Aws.DynamodbTablePointInTimeRecovery { Enabled = Emit.Boolean(props.PointInTimeRecovery)! },
            DeletionProtectionEnabled = Emit.Boolean(props.DeletionProtection),
            Tags = Emit.Map(tags),
        });
        return (Expression.Attribute("aws_dynamodb_table", owner.LogicalId, "arn"), Expression.Attribute("aws_dynamodb_table", owner.LogicalId, "name"));
    }
}
