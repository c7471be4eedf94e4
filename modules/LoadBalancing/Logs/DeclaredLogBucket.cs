using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A log bucket that a manifest declares, before it is constructed.</summary>
internal sealed class DeclaredLogBucket(string name) : ILogBucket
{
    public Value<string> Name { get; } = Expression.Attribute("aws_s3_bucket", name, "id");

    public string? PolicyAddress { get; } = $"aws_s3_bucket_policy.{name}";

    public override string ToString() => name;
}
