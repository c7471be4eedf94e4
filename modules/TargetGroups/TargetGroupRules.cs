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
            .Requires((TargetGroupProps group) => group.Port, new NumberBetween(1, 65535), "set the port that the targets serve on")
            .Asks<TargetGroupProps>("port", group => group.IsLambda | group.Port.IsSet(), _ => new("is missing", null, "1 to 65535", "set the port that the targets serve on"))
            .Asks<TargetGroupProps>("vpcId", group => group.IsLambda | group.VpcId.IsSet(), _ => new("is missing", null, "the id of the targets' VPC", "set it")),
        Rule.Error("TG036", "A Lambda function's target group has no port, protocol, protocol version, and no port or protocol for its health check.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput; cfn-lint targettype_restrictions.json")
            .Asks(NotForLambda("port", group => group.Port))
            .Asks(NotForLambda("protocol", group => group.Protocol))
            .Asks(NotForLambda("protocolVersion", group => group.ProtocolVersion))
            .Asks(NotForLambda("healthCheck.port", group => group.HealthCheck.Port))
            .Asks(NotForLambda("healthCheck.protocol", group => group.HealthCheck.Protocol)),
        Rule.Error("TG038", "A target group for an Application Load Balancer speaks TCP.", "CreateTargetGroup rejects it.", "Network Load Balancers, Application Load Balancers as targets")
            .Asks<TargetGroupProps>(
                "protocol",
                group => !group.IsAlb | group.Protocol.Or(TargetGroupProtocol.Tcp).IsAnyOf(TargetGroupProtocol.Tcp),
                group => new("is not possible for type alb", $"{group.Protocol}", "TCP", "use TCP: the Application Load Balancer itself speaks HTTP or HTTPS")),
        Rule.Error("TG064", "Only a Lambda function's target group has multi-value headers.", "ModifyTargetGroupAttributes rejects it.", "elbv2 TargetGroupAttribute lambda.multi_value_headers.enabled")
            .Asks<TargetGroupProps>(
                "lambdaMultiValueHeaders",
                group => group.LambdaMultiValueHeaders.IsUnset() | group.IsLambda,
                group => new("is for a Lambda function only", $"{group.LambdaMultiValueHeaders} with {group.TargetType}", "nothing", "remove it")),
        Rule.Error("TG066", "Targets that are an Application Load Balancer get no proxy protocol header.", "It does not parse the header and answers every request with 400.", "behaviour of Application Load Balancers")
            .Asks<TargetGroupProps>(
                "proxyProtocolV2",
                group => !group.IsAlb | !group.ProxyProtocolV2.IsAnyOf(true),
                _ => new("would reach an Application Load Balancer, which does not understand it", "true with alb", "false", "remove it")),
    ];

    private static Requirement<TargetGroupProps> NotForLambda<T>(string property, Func<TargetGroupProps, Value<T>?> value)
        where T : notnull
        => new(property, group => !group.IsLambda | value(group).IsUnset(), group => new("is not for a Lambda function", $"{value(group)}", "nothing", "remove it"));

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
}
