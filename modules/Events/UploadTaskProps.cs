using Orchestrator.Modules.Ecs;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>A bucket, a task for each upload, and a table that the task writes to. The task may read that bucket and write that table.</summary>
public sealed record UploadTaskProps : TaskTriggerProps, INamesResources
{
    /// <summary>The name of the rule, at most 64 characters. <c>STACK-NAME</c> unless set, cut to that.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>The bucket.</summary>
    public UploadBucketProps Bucket { get; init; } = new();

    /// <summary>What the names of the uploads begin with. Anything unless set.</summary>
    public Value<string>? Prefix { get; init; }

    /// <summary>What they end with. Anything unless set.</summary>
    public Value<string>? Suffix { get; init; }

    /// <summary>The table.</summary>
    public UploadTableProps Table { get; init; } = new();

    /// <summary>The container that gets the bucket, the key and the table as environment variables. The only essential one unless set.</summary>
    public string? Container { get; init; }

    /// <summary>The variable that names the bucket. BUCKET unless set.</summary>
    public string BucketVariable { get; init; } = "BUCKET";

    /// <summary>The variable that names the object. KEY unless set.</summary>
    public string KeyVariable { get; init; } = "KEY";

    /// <summary>The variable that names the table. TABLE unless set.</summary>
    public string TableVariable { get; init; } = "TABLE";

    /// <summary>The container that is told of the upload; null where several could be meant.</summary>
    internal string? EffectiveContainer =>
        Container ?? (TaskDefinition.Containers.Count(entry => !entry.Value.Essential.Is(false)) == 1 ? TaskDefinition.Containers.First(entry => !entry.Value.Essential.Is(false)).Key : null);

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) =>
    [
        place.Name(AwsNames.EventRule, "name", Name),
        place.Fixed(AwsNames.Bucket, "bucket.name", Bucket.Name),
        place.Name(AwsNames.Table, "table.name", Table.Name),
        .. EcsNames.OfTask(place, TaskDefinition),
    ];
}
