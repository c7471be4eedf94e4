using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Instances;

/// <summary>An EC2 instance that a target group sends to: one of this app's, or an existing one.</summary>
[Reference("instances", Existing = "id")]
public interface IInstance
{
    /// <summary>The instance's id, <c>i-0a1b2c3d4e5f60718</c>.</summary>
    Value<string> Id { get; }

    /// <summary>What it was declared with, or null for an existing instance.</summary>
    InstanceProps? Props { get; }
}
