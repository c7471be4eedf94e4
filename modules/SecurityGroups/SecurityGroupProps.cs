using System.Collections.Immutable;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>A security group. Closed in both directions but for the rules that are named here or added by wiring.</summary>
public sealed record SecurityGroupProps : INamesResources
{
    /// <summary>The VPC that it is made in. In a manifest, the network's.</summary>
    [DefaultsTo("network.vpcId")]
    public required Value<string> VpcId { get; init; }

    /// <summary>
    /// A fixed name. Unless set, AWS gets a name that begins with the group's own and ends with what makes it unique, so that a
    /// replacement can exist beside what it replaces; a fixed name makes such a replacement fail (SG096).
    /// </summary>
    public Value<string>? Name { get; init; }

    /// <summary>What the group is for: at most 255 ASCII characters. A change replaces the group. Terraform's own text unless set.</summary>
    public Value<string> Description { get; init; } = "Managed by Terraform";

    /// <summary>What may come in, by the rules' names. Nothing unless set.</summary>
    public IReadOnlyDictionary<string, SecurityGroupRuleProps> Ingress { get; init; } = ImmutableDictionary<string, SecurityGroupRuleProps>.Empty;

    /// <summary>What may go out, by the rules' names. Nothing unless set.</summary>
    public IReadOnlyDictionary<string, SecurityGroupRuleProps> Egress { get; init; } = ImmutableDictionary<string, SecurityGroupRuleProps>.Empty;

    /// <summary>Tags of the group, beside <c>Name</c>, which is its own name unless set here.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) => [place.Fixed(AwsNames.SecurityGroup, "name", Name, VpcId)];
}
