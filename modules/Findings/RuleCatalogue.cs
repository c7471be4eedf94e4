using System.Collections.Frozen;
using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Ecs;
using Orchestrator.Modules.Events;
using Orchestrator.Modules.Instances;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.State;
using Orchestrator.Modules.StaticIp;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.TargetGroups;

namespace Orchestrator.Modules.Findings;

/// <summary>Every rule there is, in one place.</summary>
public static class RuleCatalogue
{
    private static readonly FrozenDictionary<string, Rule> ById;

    static RuleCatalogue()
    {
        All =
        [
            .. ManifestRules.All,
            .. LogicalIdRules.All,
            .. NameRules.All,
            .. NetworkRules.All,
            .. LoadBalancerRules.All,
            .. ApplicationLoadBalancerRules.All,
            .. NetworkLoadBalancerRules.All,
            .. LogBucketRules.All,
            .. TrustStoreRules.All,
            .. TargetGroupRules.All,
            .. HealthCheckRules.All,
            .. TargetGroupAttributeRules.All,
            .. TargetRules.All,
            .. ForwardRules.All,
            .. ListenerRules.All,
            .. NetworkListenerRules.All,
            .. ListenerActionRules.All,
            .. AuthenticationRules.All,
            .. ListenerRuleRules.All,
            .. ConditionRules.All,
            .. LoadBalancerSecurityRules.All,
            .. SecurityGroupRules.All,
            .. SecurityGroupRuleRules.All,
            .. EcsRules.All,
            .. EventRules.All,
            .. CertificateRules.All,
            .. HostedZoneRules.All,
            .. RecordRules.All,
            .. RecordGroupRules.All,
            .. WeightedMigrationRules.All,
            .. DnsHealthCheckRules.All,
            .. InstanceRules.All,
            .. BackendRules.All,
            .. StackRules.All,
            .. StaticIpRules.All,
        ];
        ById = All.ToFrozenDictionary(rule => rule.Id);
    }

    /// <summary>The rules, in the order in which they are checked and documented.</summary>
    public static IReadOnlyList<Rule> All { get; }

    /// <summary>The rule of an id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such rule.</exception>
    public static Rule Get(string id) => ById[id];

    /// <summary>Whether there is a rule of that id.</summary>
    public static bool Has(string id) => ById.ContainsKey(id);
}
