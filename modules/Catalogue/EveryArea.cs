using System.Runtime.CompilerServices;
using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Ecs;
using Orchestrator.Modules.Events;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Instances;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.State;
using Orchestrator.Modules.StaticIp;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.TargetGroups;

namespace Orchestrator.Modules.Catalogue;

/// <summary>The rules of every area: what checks them knows none.</summary>
internal static class EveryArea
{
    /// <summary>Fills the catalogue before anything asks it: a stack that is composed in C# is checked too, and has nobody to do it.</summary>
#pragma warning disable CA2255 // A library that is checked wherever it is used has no other place to begin at.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register() => RuleCatalogue.Fill(static () =>
    [
        .. ManifestRules.All,
        .. LogicalIdRules.All,
        .. NameRules.All,
        .. NetworkRules.All,
        .. ResourceIds.All,
        .. ArnRules.All,
        .. TagRules.All,
        .. LoadBalancerRules.All,
        .. ApplicationLoadBalancerRules.All,
        .. NetworkLoadBalancerRules.All,
        .. LogBucketRules.All,
        .. TrustStoreRules.All,
        .. TargetGroupRules.All,
        .. HealthCheckRules.All,
        .. TargetGroupAttributeRules.All,
        .. TargetRules.All,
        .. TargetGroupPairRules.All,
        .. ForwardRules.All,
        .. ForwardPairRules.All,
        .. ListenerRules.All,
        .. NetworkListenerRules.All,
        .. TlsPolicyRules.All,
        .. ListenerActionRules.All,
        .. AuthenticationRules.All,
        .. JwtValidationRules.All,
        .. ListenerRuleRules.All,
        .. ConditionRules.All,
        .. TransformRules.All,
        .. LoadBalancerSecurityRules.All,
        .. DualstackRules.All,
        .. UnreachableTargetRules.All,
        .. SecurityGroupRules.All,
        .. SecurityGroupRuleRules.All,
        .. EcsRules.All,
        .. EventRules.All,
        .. CertificateRules.All,
        .. AuthorizationRules.All,
        .. HostedZoneRules.All,
        .. RecordRules.All,
        .. AliasRules.All,
        .. RecordGroupRules.All,
        .. WeightedMigrationRules.All,
        .. DnsHealthCheckRules.All,
        .. InstanceRules.All,
        .. BackendRules.All,
        .. StackRules.All,
        .. ProviderRules.All,
        .. AdoptionRules.All,
        .. StaticIpRules.All,
        .. NumberRules.All,
    ]);
}
