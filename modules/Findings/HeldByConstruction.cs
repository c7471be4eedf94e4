namespace Orchestrator.Modules.Findings;

/// <summary>A constraint of AWS that nothing can break here, since no property says what it forbids.</summary>
/// <param name="Id">Its id, from the same series as the rules'.</param>
/// <param name="Statement">What holds.</param>
/// <param name="Because">Why it cannot be broken.</param>
public sealed record HeldByConstruction(string Id, string Statement, string Because)
{
    /// <summary>All of them, in the order of the ids.</summary>
    public static IReadOnlyList<HeldByConstruction> All { get; } =
    [
        new("ALB006", "An Application Load Balancer has neither Elastic IPs nor fixed addresses.", "It has subnets; only a Network Load Balancer has subnet mappings."),
        new("ALB010", "Cross-zone balancing of an Application Load Balancer is on.", "It can be set for a target group only."),
        new("ALB017", "A web ACL and its fail-open setting are an Application Load Balancer's.", "A Network Load Balancer has neither property."),
        new("LB003", "A load balancer's name prefix has at most 6 characters.", "Names are whole; there are no prefixes."),
        new("LB004", "A load balancer has subnets or subnet mappings.", "Each kind has one of the two."),
        new("MOD173", "A published module has no provider and no backend.", "Both are left out when it is written; its caller has them."),
        new("MOD174", "A published module's files are named relative to it.", "Publishing refuses a module that names a file in another way, or one that it does not bring with it."),
        new("NLB023", "AWS PrivateLink is held to security groups only where there are some.", "There always are (NLB022)."),
        new("NLB029", "A Network Load Balancer forwards and does nothing else, and has no rules.", "Its listeners have a target group and no action."),
        new("RULE082", "A rule has at most one condition each on hosts, paths, methods and sources.", "Each is one list."),
        new("RULE090", "A rule has at most one transform of each kind.", "The lowest provider version that is supported has none."),
        new("STATE169", "The state in S3 is locked.", "Locking is always on, by an object of S3 itself; there is no property for it."),
        new("SYNC166", "A function's runtime is one that AWS supports.", "It is provided.al2023, and the package brings its own .NET."),
        new("TG033", "A target group's name prefix has at most 6 characters.", "Names are generated as a whole (TG034), or fixed."),
        new("TG062", "Target failover is a Gateway Load Balancer's.", "There are no Gateway Load Balancers."),
    ];
}
