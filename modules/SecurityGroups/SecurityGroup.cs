using Constructs;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>
/// A security group with its rules as resources of their own, so that adding one leaves the others alone. It is replaced by making the
/// new one first.
/// </summary>
public sealed class SecurityGroup : ModuleConstruct, ISecurityGroup, IConnectable
{
    private readonly HashSet<(bool IsIngress, string Says)> _rules = [];

    /// <summary>Makes the group and the rules of its props.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id; the beginning of its name in AWS, and part of addresses in the state.</param>
    /// <param name="props">What it declares.</param>
    public SecurityGroup(Construct scope, string id, SecurityGroupProps props)
        : base(scope, id, props)
    {
        Props = props;
        Id = Expression.Attribute("aws_security_group", LogicalId, "id");
        Connections = new Connections([this]);
        Model.Made.Add(Id, this);
        Resource = Make<Aws.SecurityGroup.SecurityGroup>(MainResourceId, new Aws.SecurityGroup.SecurityGroupConfig
        {
            VpcId = Emit.Text(props.VpcId),
            Name = Emit.Text(props.Name),
            NamePrefix = props.Name is null ? $"{DefaultName}-" : null,
            Description = Emit.Text(props.Description),
            Tags = Emit.TagsWithName(props.Tags, DefaultName),
            Lifecycle = Emit.CreateBeforeDestroy(),
        });
        foreach (var (name, rule) in props.Ingress)
        {
            AddIngress(name, rule);
        }
        foreach (var (name, rule) in props.Egress)
        {
            AddEgress(name, rule);
        }
    }

    /// <inheritdoc/>
    public Value<string> Id { get; }

    /// <summary>What it was declared with.</summary>
    public SecurityGroupProps Props { get; }

    SecurityGroupProps? ISecurityGroup.Props => Props;

    /// <inheritdoc/>
    public Connections Connections { get; }

    /// <inheritdoc/>
    public string Name => LogicalId;

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.SecurityGroup.SecurityGroup Resource { get; }

    /// <summary>Lets something in.</summary>
    /// <param name="name">The rule's name, unique among the group's ingress rules; part of its address in the state.</param>
    /// <param name="rule">What is let in.</param>
    public void AddIngress(string name, SecurityGroupRuleProps rule)
    {
        _rules.Add((true, Says(rule)));
        Declare("ingress", name, rule);
        Make<Aws.VpcSecurityGroupIngressRule.VpcSecurityGroupIngressRule>(
            $"ingress-{name}",
            new Aws.VpcSecurityGroupIngressRule.VpcSecurityGroupIngressRuleConfig
            {
                SecurityGroupId = Emit.Text(Id)!,
                IpProtocol = ProtocolOf(rule),
                FromPort = Emit.Number(rule.LowestPort),
                ToPort = Emit.Number(rule.HighestPort),
                CidrIpv4 = Emit.Text(rule.CidrIpv4),
                CidrIpv6 = Emit.Text(rule.CidrIpv6),
                PrefixListId = Emit.Text(rule.PrefixListId),
                ReferencedSecurityGroupId = PeerOf(rule),
                Description = Emit.Text(rule.Description.Or(name)),
                Tags = new Dictionary<string, string> { ["Name"] = $"{DefaultName}-{name}" },
            },
            name);
    }

    /// <summary>Lets something out.</summary>
    /// <param name="name">The rule's name, unique among the group's egress rules; part of its address in the state.</param>
    /// <param name="rule">What is let out.</param>
    public void AddEgress(string name, SecurityGroupRuleProps rule)
    {
        _rules.Add((false, Says(rule)));
        Declare("egress", name, rule);
        Make<Aws.VpcSecurityGroupEgressRule.VpcSecurityGroupEgressRule>(
            $"egress-{name}",
            new Aws.VpcSecurityGroupEgressRule.VpcSecurityGroupEgressRuleConfig
            {
                SecurityGroupId = Emit.Text(Id)!,
                IpProtocol = ProtocolOf(rule),
                FromPort = Emit.Number(rule.LowestPort),
                ToPort = Emit.Number(rule.HighestPort),
                CidrIpv4 = Emit.Text(rule.CidrIpv4),
                CidrIpv6 = Emit.Text(rule.CidrIpv6),
                PrefixListId = Emit.Text(rule.PrefixListId),
                ReferencedSecurityGroupId = PeerOf(rule),
                Description = Emit.Text(rule.Description.Or(name)),
                Tags = new Dictionary<string, string> { ["Name"] = $"{DefaultName}-{name}" },
            },
            name);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Lets something in unless a rule does already: EC2 refuses a second one that says the same.</summary>
    internal void WireIngress(string name, SecurityGroupRuleProps rule)
    {
        if (!_rules.Contains((true, Says(rule))))
        {
            AddIngress(name, rule);
        }
    }

    /// <summary>Lets something out unless a rule does already.</summary>
    internal void WireEgress(string name, SecurityGroupRuleProps rule)
    {
        if (!_rules.Contains((false, Says(rule))))
        {
            AddEgress(name, rule);
        }
    }

    /// <summary>What EC2 tells rules apart by.</summary>
    private string Says(SecurityGroupRuleProps rule) =>
        $"{rule.Protocol} {rule.LowestPort}-{rule.HighestPort} {rule.CidrIpv4}{rule.CidrIpv6}{rule.PrefixListId}{(rule.Self ? Id : rule.SecurityGroup?.Id)}";

    private string? PeerOf(SecurityGroupRuleProps rule) => rule.Self ? Emit.Text(Id) : Emit.Text(rule.SecurityGroup?.Id);

    /// <summary>EC2 writes -1 for every protocol.</summary>
    private static string ProtocolOf(SecurityGroupRuleProps rule) => Emit.Text(Value.When(rule.Protocol.IsAnyOf(IpProtocol.All), "-1", rule.Protocol.AsText()))!;
}
