using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Instances;

/// <summary>An EC2 instance that something else made. Its security groups stay as they are.</summary>
/// <param name="Id">Its id, <c>i-0a1b2c3d4e5f60718</c>.</param>
public sealed record ExistingInstance(Value<string> Id) : IInstance
{
    /// <inheritdoc/>
    public InstanceProps? Props => null;

    /// <inheritdoc/>
    public override string ToString() => Id.ToString();
}
