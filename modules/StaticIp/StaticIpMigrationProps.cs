using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>Moves the clients of a name from an old endpoint to the static addresses, and back, by one number.</summary>
public sealed record StaticIpMigrationProps
{
    /// <summary>The whole domain name, <c>shop.example.com</c>. A change replaces the records.</summary>
    public required Value<string> Name { get; init; }

    /// <summary>The hosted zone that the records go to.</summary>
    public required IHostedZone Zone { get; init; }

    /// <summary>The endpoint to move away from.</summary>
    public required MigrationEndpointProps Old { get; init; }

    /// <summary>The static addresses' share of the answers in percent, 0 to 100. At 0 nobody gets them, at 100 everybody does.</summary>
    public required Value<int> NewPercent { get; init; }

    /// <summary>Whether an endpoint that is not healthy is left out of the answers. It is not unless set: then the number alone decides.</summary>
    public Value<bool> EvaluateTargetHealth { get; init; } = false;
}
