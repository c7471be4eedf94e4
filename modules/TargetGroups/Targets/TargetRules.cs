using System.Net;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>What holds of targets that are registered from the start.</summary>
internal static class TargetRules
{
    /// <summary>Where addresses outside the VPC are.</summary>
    internal static readonly string[] PrivateBlocks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TG196", "A target is one thing, and what its group's type asks for: an instance, an address, a Lambda function or an Application Load Balancer; its port is 1 to 65535.", "RegisterTargets rejects it.", "elbv2 TargetDescription.Id, Port")
            .ForDeclared<TargetProps>(CheckKind)
            .Bounding((TargetProps target) => target.Port, new NumberBetween(1, 65535)),
        Rule.Error("TG065", "An address is private, in the VPC or in RFC 1918 or 100.64.0.0/10; one outside the VPC is in the Availability Zone \"all\"; no other target names a zone.", "RegisterTargets rejects it.", "elbv2 CreateTargetGroupInput.TargetType, TargetDescription.AvailabilityZone")
            .ForAll(CheckAddresses),
        Rule.Error("TG197", "A target is registered once.", "Terraform keeps both, and removing one of them deregisters the target.", "elbv2 RegisterTargets: a target is told by its id and port")
            .ForDeclared<TargetGroupProps>(CheckDuplicates),
    ];

    /// <summary>The property that a group's type asks for.</summary>
    private static string PropertyFor(TargetType type) => type switch
    {
        TargetType.Instance => "instance",
        TargetType.Ip => "address",
        TargetType.Lambda => "functionArn",
        _ => "loadBalancer",
    };

    private static void CheckKind(Declaration<TargetProps> target, Report report)
    {
        var kinds = target.Props.Kinds;
        var wanted = target.Parent?.Props is TargetGroupProps group && group.TargetType.TryGetLiteral(out var type) ? PropertyFor(type) : null;
        var allowed = wanted ?? "exactly one of instance, address, functionArn, loadBalancer";
        if (kinds.Count != 1)
        {
            report.Add("", kinds.Count == 0 ? "is nothing" : "is several things", kinds.Count == 0 ? null : string.Join(" and ", kinds), allowed, kinds.Count == 0 ? "say what it is" : "declare a target for each");
        }
        else if (wanted is not null && kinds[0] != wanted)
        {
            report.Add(kinds[0], "does not fit the group's type", $"{kinds[0]} in a group with type {((TargetGroupProps)target.Parent!.Props).TargetType}", wanted, "change the target, or the group's targetType");
        }
        if (target.Props.Port.IsLiteral(out var port) && port is < 1 or > 65535)
        {
            report.Add("port", "is out of range", $"{port}", "1 to 65535", "set the port that the target serves on");
        }
    }

    private static void CheckAddresses(Model model, Report report)
    {
        var network = model.Of<NetworkProps>().FirstOrDefault()?.Props;
        var blocks = network?.CidrBlocks.Select(block => block.TryGetLiteral(out var text) ? text : null).ToList() ?? [];
        var isKnown = blocks.Count > 0 && blocks.TrueForAll(block => block is not null && CidrBlock.Mistake(block, System.Net.Sockets.AddressFamily.InterNetwork, "", mayBeAddress: false) is null);
        foreach (var target in model.Of<TargetProps>())
        {
            var at = report.At(target);
            if (target.Props.Address is null)
            {
                if (target.Props.AvailabilityZone is { } own && target.Props.Kinds.Count == 1)
                {
                    at.Add("availabilityZone", "is for addresses only", $"{own} with {target.Props.Kinds[0]}", "nothing", "remove it");
                }
                continue;
            }
            if (!target.Props.Address.TryGetLiteral(out var text))
            {
                continue;
            }
            if (CidrBlock.AddressOf(text) is not { } address)
            {
                at.Add("address", "is not an IP address", Quoted.Of(text), "an address such as 10.0.0.5", "write the target's private address");
            }
            else if (address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork)
            {
                CheckAddress(target.Props, address, isKnown ? blocks! : null, at);
            }
        }
    }

    private static void CheckAddress(TargetProps target, IPAddress address, IReadOnlyList<string?>? vpc, Report report)
    {
        var isInside = vpc?.Any(block => CidrBlock.Contains(block!, address)) == true;
        if (!isInside && !PrivateBlocks.Any(block => CidrBlock.Contains(block, address)))
        {
            report.Add("address", "is not private", Quoted.Of($"{address}"), $"an address of the VPC, or of {string.Join(", ", PrivateBlocks)}", "register a private address");
        }
        else if (vpc is not null && !isInside && target.AvailabilityZone?.MayBe("all") != true)
        {
            report.Add("availabilityZone", "is not \"all\" for an address outside the VPC", target.AvailabilityZone?.ToString(), "all", $"set availabilityZone to all, or take an address in {string.Join(", ", vpc)}");
        }
        else if (isInside && target.AvailabilityZone?.Is("all") == true)
        {
            report.Add("availabilityZone", "is \"all\" for an address in the VPC", "all", "nothing, or the address's own zone", "remove it");
        }
    }

    private static void CheckDuplicates(Declaration<TargetGroupProps> group, Report report)
    {
        var owners = new Dictionary<(Value<string>, Value<int>?), string>();
        foreach (var target in group.Children.OfType<Declaration<TargetProps>>())
        {
            var props = target.Props;
            if ((props.Instance?.Id ?? props.Address ?? props.FunctionArn ?? props.LoadBalancer?.Arn) is { } id && !owners.TryAdd((id, props.Port ?? group.Props.Port), target.Name))
            {
                report.At(target).Add("", $"is registered as {owners[(id, props.Port ?? group.Props.Port)]} already", $"{id}", "each target once", "remove one of the two, or give one of them another port");
            }
        }
        var isSingle = group.Props.TargetType.Is(TargetType.Lambda) || group.Props.TargetType.Is(TargetType.Alb);
        if (isSingle && group.Props.Targets.Count > 1)
        {
            report.Add("targets", "are too many for the group's type", $"{group.Props.Targets.Count} with {group.Props.TargetType}", "one", "declare a target group for each");
        }
    }
}
