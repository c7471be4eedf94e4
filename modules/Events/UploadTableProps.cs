using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>The table that tasks write to; it is paid for by request.</summary>
public sealed record UploadTableProps
{
    /// <summary>The name. <c>STACK-NAME</c> unless set. A change replaces the table.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>The name of the partition key. id unless set. A change replaces the table.</summary>
    public Value<string> PartitionKey { get; init; } = "id";

    /// <summary>Its type. A string unless set. A change replaces the table.</summary>
    public AttributeType PartitionKeyType { get; init; }

    /// <summary>The name of the sort key. None unless set. A change replaces the table.</summary>
    public Value<string>? SortKey { get; init; }

    /// <summary>Its type. A string unless set. A change replaces the table.</summary>
    public AttributeType SortKeyType { get; init; }

    /// <summary>The KMS key that encrypts the items. One that DynamoDB owns unless set; DynamoDB goes back to that where a key is taken out.</summary>
    public Value<string>? KmsKeyArn { get; init; }

    /// <summary>Whether the table can be taken back to any second of the last 35 days. It can unless set.</summary>
    public Value<bool> PointInTimeRecovery { get; init; } = true;

    /// <summary>Whether AWS refuses to delete it. It does unless set.</summary>
    public Value<bool> DeletionProtection { get; init; } = true;
}
