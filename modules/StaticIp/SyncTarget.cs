using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>A target group that the function keeps.</summary>
/// <param name="Name">The name of its port.</param>
/// <param name="LogicalId">Its name in Terraform.</param>
/// <param name="Port">The port of the Application Load Balancer's listener.</param>
internal sealed record SyncTarget(string Name, string LogicalId, Value<int> Port)
{
    /// <summary>Its ARN.</summary>
    internal Value<string> Arn => Attribute("arn");

    /// <summary>Its name among the dimensions of metrics, AWS's and the function's: <c>targetgroup/NAME/ID</c>.</summary>
    internal Value<string> Dimension => Attribute("arn_suffix");

    private Value<string> Attribute(string name) => Expression.Attribute("aws_lb_target_group", LogicalId, name);
}
