using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>A target group that a service registers its tasks in.</summary>
public sealed record ServiceTargetGroupProps
{
    /// <summary>The target group.</summary>
    public required ITargetGroup TargetGroup { get; init; }

    /// <summary>The container that serves the requests. The only one with a port, unless set.</summary>
    public Value<string>? Container { get; init; }

    /// <summary>Its port. The only one that it has, unless set.</summary>
    public Value<int>? ContainerPort { get; init; }
}
