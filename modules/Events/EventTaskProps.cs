using System.Collections.Immutable;
using Orchestrator.Modules.Ecs;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>Tasks that are started by events that match a pattern.</summary>
public sealed record EventTaskProps : TaskTriggerProps, INamesResources
{
    /// <summary>The name of the rule, at most 64 characters. <c>STACK-NAME</c> unless set, cut to that.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>Which events, as JSON: <c>{ "source": ["aws.ecr"], "detail-type": ["ECR Image Action"] }</c>.</summary>
    public required Value<string> EventPattern { get; init; }

    /// <summary>The event bus, by name or ARN. The default one unless set.</summary>
    public Value<string>? EventBus { get; init; }

    /// <summary>What is taken out of an event, by the names that overrides refer to: <c>image: $.detail.repository-name</c>. Nothing unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> InputPaths { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>The bucket whose uploads the pattern is about: S3 sends its events to EventBridge only if told to. None unless set.</summary>
    public NotifyingBucketProps? Bucket { get; init; }

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) => [place.Name(AwsNames.EventRule, "name", Name, whole: EventBus), .. EcsNames.OfTask(place, TaskDefinition)];
}
