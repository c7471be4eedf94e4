using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>What holds of a target group's type, protocol and name.</summary>
internal static class TargetGroupRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TG032", "A target group's name has 1 to 32 letters, digits and hyphens, and no hyphen at either end; no other has the same.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.Name")
            .Requires((TargetGroupProps group) => group.Name, LoadBalancerName.Constraint)
            .ForAll(CheckNames),
        Rule.Warning("TG034", "A target group's name is generated.", "What replaces a group with a fixed name cannot be made beside it: the apply stops with ResourceInUse or a duplicate name.", "provider issues #636 and #16889")
            .For<TargetGroupProps>(CheckFixedName),
        Rule.Error("TG035", "A target group has a type and, unless that is lambda, a port from 1 to 65535 and a VPC.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.Port, VpcId")
            .For<TargetGroupProps>(CheckRequired)
            .Bounding((TargetGroupProps group) => group.Port, new NumberBetween(1, 65535)),
        Rule.Error("TG036", "A Lambda function's target group has no port, protocol, protocol version, and no port or protocol for its health check.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput; cfn-lint targettype_restrictions.json")
            .For<TargetGroupProps>(CheckLambda),
        Rule.Error("TG038", "A target group for an Application Load Balancer speaks TCP.", "CreateTargetGroup rejects it.", "Network Load Balancers, Application Load Balancers as targets")
            .For<TargetGroupProps>(CheckAlb),
        Rule.Error("TG064", "Only a Lambda function's target group has multi-value headers.", "ModifyTargetGroupAttributes rejects it.", "elbv2 TargetGroupAttribute lambda.multi_value_headers.enabled")
            .For<TargetGroupProps>(CheckMultiValueHeaders),
        Rule.Error("TG066", "Targets that are an Application Load Balancer get no proxy protocol header.", "It does not parse the header and answers every request with 400.", "behaviour of Application Load Balancers")
            .For<TargetGroupProps>(CheckProxyProtocol),
    ];

    private static void CheckNames(Model model, Report report)
    {
        const string Fix = "choose another name, or remove it to get a generated one";
        var owners = new Dictionary<string, string>();
        foreach (var group in model.Of<TargetGroupProps>())
        {
            if (!group.Props.Name.IsLiteral(out var name))
            {
                continue;
            }
            if (!LoadBalancerName.Constraint.Accepts(name))
            {
                var length = name.Length > LoadBalancerName.Constraint.MaximumLength ? $" with {name.Length} characters" : "";
                report.At(group).Add("name", LoadBalancerName.Constraint.Violation, Quoted.Of(name) + length, LoadBalancerName.Constraint.Allowed, Fix);
            }
            else if (!owners.TryAdd(name, group.WrittenAt()))
            {
                report.At(group).Add("name", $"is the name of {owners[name]} too", Quoted.Of(name), "a name of its own", Fix);
            }
        }
    }

    private static void CheckFixedName(TargetGroupProps group, Report report)
    {
        if (group.Name is not null)
        {
            report.Add("name", "is fixed", Quoted.Of(group.Name.ToString()), "no name", "remove it, and get a name that changes exactly when the group must be replaced");
        }
    }

    private static void CheckRequired(TargetGroupProps group, Report report)
    {
        if (!group.TargetType.MayBe(TargetType.Instance, TargetType.Ip, TargetType.Alb) || !group.TargetType.IsLiteral)
        {
            return;
        }
        if (group.Port is null)
        {
            report.Add("port", "is missing", null, "1 to 65535", "set the port that the targets serve on");
        }
        else if (group.Port.TryGetLiteral(out var port) && port is < 1 or > 65535)
        {
            report.Add("port", "is out of range", $"{port}", "1 to 65535", "set the port that the targets serve on");
        }
        if (group.VpcId is null)
        {
            report.Add("vpcId", "is missing", null, "the id of the targets' VPC", "set it");
        }
    }

    private static void CheckLambda(TargetGroupProps group, Report report)
    {
        if (!group.TargetType.Is(TargetType.Lambda))
        {
            return;
        }
        foreach (var (property, value) in new (string, IValue?)[]
        {
            ("port", group.Port), ("protocol", group.Protocol), ("protocolVersion", group.ProtocolVersion), ("healthCheck.port", group.HealthCheck.Port), ("healthCheck.protocol", group.HealthCheck.Protocol),
        })
        {
            if (value is not null)
            {
                report.Add(property, "is not for a Lambda function", $"{value}", "nothing", "remove it");
            }
        }
    }

    private static void CheckAlb(TargetGroupProps group, Report report)
    {
        if (group.TargetType.Is(TargetType.Alb) && group.Protocol.IsLiteral(out var protocol) && protocol != TargetGroupProtocol.Tcp)
        {
            report.Add("protocol", "is not possible for type alb", Spelling.Of(protocol), "TCP", "use TCP: the Application Load Balancer itself speaks HTTP or HTTPS");
        }
    }

    private static void CheckMultiValueHeaders(TargetGroupProps group, Report report)
    {
        if (group.LambdaMultiValueHeaders is not null && !group.TargetType.MayBe(TargetType.Lambda))
        {
            report.Add("lambdaMultiValueHeaders", "is for a Lambda function only", $"{group.LambdaMultiValueHeaders} with {group.TargetType}", "nothing", "remove it");
        }
    }

    private static void CheckProxyProtocol(TargetGroupProps group, Report report)
    {
        if (group.TargetType.Is(TargetType.Alb) && group.ProxyProtocolV2?.Is(true) == true)
        {
            report.Add("proxyProtocolV2", "would reach an Application Load Balancer, which does not understand it", "true with alb", "false", "remove it");
        }
    }
}
