using System.Collections.Immutable;
using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Ecs.Patterns;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Events;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Instances;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.State;
using Orchestrator.Modules.StaticIp;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Manifest;

/// <summary>A manifest: one stack, from its network to its load balancers.</summary>
public sealed record ManifestProps : IBoundsProvider, IOverrides
{
    /// <summary>The application that the stack belongs to: lower-case letters, digits and hyphens, at most 32.</summary>
    public required string App { get; init; }

    /// <summary>The environment: lower-case letters, digits and hyphens, at most 16. The stack is named APP-ENVIRONMENT.</summary>
    public required string Environment { get; init; }

    /// <summary>The AWS region, <c>eu-central-1</c>.</summary>
    public required Value<string> Region { get; init; }

    /// <summary>The AWS account, 12 digits. With it Terraform refuses to run with the credentials of another. Not checked unless set.</summary>
    public Value<string>? AccountId { get; init; }

    /// <summary>Which versions of the AWS provider there may be, as Terraform writes it: <c>&gt;= 5.100, &lt; 6.20</c>. From the lowest that has all that is used, below 7, unless set.</summary>
    public Value<string>? AwsProvider { get; init; }

    /// <summary>Tags of everything in the stack that can have tags, beside <c>app</c> and <c>environment</c>. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Whether what can have tags has <c>app</c> and <c>environment</c>. It has unless set; what is adopted from elsewhere may be without them.</summary>
    public bool? DefaultTags { get; init; }

    /// <summary>Where the state is kept. In a local file unless set.</summary>
    public BackendProps Backend { get; init; } = new() { Local = new() };

    /// <summary>Stacks beside the main one, by name: each has a state of its own. Everything is in the main stack unless set.</summary>
    public IReadOnlyDictionary<string, StackProps> Stacks { get; init; } = ImmutableDictionary<string, StackProps>.Empty;

    /// <summary>The VPC and its subnets.</summary>
    public required NetworkProps Network { get; init; }

    /// <summary>Security groups, by name.</summary>
    public IReadOnlyDictionary<string, SecurityGroupProps> SecurityGroups { get; init; } = ImmutableDictionary<string, SecurityGroupProps>.Empty;

    /// <summary>Buckets for the logs of load balancers, by name.</summary>
    public IReadOnlyDictionary<string, LogBucketProps> LogBuckets { get; init; } = ImmutableDictionary<string, LogBucketProps>.Empty;

    /// <summary>Authorities that clients' certificates are verified against, by name.</summary>
    public IReadOnlyDictionary<string, TrustStoreProps> TrustStores { get; init; } = ImmutableDictionary<string, TrustStoreProps>.Empty;

    /// <summary>Target groups, by name.</summary>
    public IReadOnlyDictionary<string, TargetGroupProps> TargetGroups { get; init; } = ImmutableDictionary<string, TargetGroupProps>.Empty;

    /// <summary>Application Load Balancers, by name.</summary>
    public IReadOnlyDictionary<string, ApplicationLoadBalancerProps> ApplicationLoadBalancers { get; init; } = ImmutableDictionary<string, ApplicationLoadBalancerProps>.Empty;

    /// <summary>Application Load Balancers that exist already, by the names that they are known by here.</summary>
    public IReadOnlyDictionary<string, ExistingApplicationLoadBalancerProps> ExistingApplicationLoadBalancers { get; init; } = ImmutableDictionary<string, ExistingApplicationLoadBalancerProps>.Empty;

    /// <summary>Network Load Balancers, by name.</summary>
    public IReadOnlyDictionary<string, NetworkLoadBalancerProps> NetworkLoadBalancers { get; init; } = ImmutableDictionary<string, NetworkLoadBalancerProps>.Empty;

    /// <summary>Application Load Balancers behind addresses that do not change, by name.</summary>
    public IReadOnlyDictionary<string, StaticIpApplicationLoadBalancerProps> StaticIpApplicationLoadBalancers { get; init; } = ImmutableDictionary<string, StaticIpApplicationLoadBalancerProps>.Empty;

    /// <summary>ECS clusters, by name.</summary>
    public IReadOnlyDictionary<string, EcsClusterProps> EcsClusters { get; init; } = ImmutableDictionary<string, EcsClusterProps>.Empty;

    /// <summary>ECS services with what their tasks run, by name.</summary>
    public IReadOnlyDictionary<string, EcsServiceProps> EcsServices { get; init; } = ImmutableDictionary<string, EcsServiceProps>.Empty;

    /// <summary>Services of one container on Fargate with what leads to them, by name.</summary>
    public IReadOnlyDictionary<string, LoadBalancedFargateServiceProps> LoadBalancedFargateServices { get; init; } = ImmutableDictionary<string, LoadBalancedFargateServiceProps>.Empty;

    /// <summary>Services of one container on a cluster's instances with what leads to them, by name.</summary>
    public IReadOnlyDictionary<string, LoadBalancedEc2ServiceProps> LoadBalancedEc2Services { get; init; } = ImmutableDictionary<string, LoadBalancedEc2ServiceProps>.Empty;

    /// <summary>Tasks that are started at certain times, by name.</summary>
    public IReadOnlyDictionary<string, ScheduledTaskProps> ScheduledTasks { get; init; } = ImmutableDictionary<string, ScheduledTaskProps>.Empty;

    /// <summary>Tasks that are started by events, by name.</summary>
    public IReadOnlyDictionary<string, EventTaskProps> EventTasks { get; init; } = ImmutableDictionary<string, EventTaskProps>.Empty;

    /// <summary>Buckets whose uploads start tasks that write to a table, by name.</summary>
    public IReadOnlyDictionary<string, UploadTaskProps> UploadTasks { get; init; } = ImmutableDictionary<string, UploadTaskProps>.Empty;

    /// <summary>Certificates, by name.</summary>
    public IReadOnlyDictionary<string, CertificateProps> Certificates { get; init; } = ImmutableDictionary<string, CertificateProps>.Empty;

    /// <summary>Hosted zones of Route 53, by name.</summary>
    public IReadOnlyDictionary<string, HostedZoneProps> HostedZones { get; init; } = ImmutableDictionary<string, HostedZoneProps>.Empty;

    /// <summary>Hosted zones of Route 53 that exist already, by the names that they are known by here.</summary>
    public IReadOnlyDictionary<string, ExistingHostedZoneProps> ExistingHostedZones { get; init; } = ImmutableDictionary<string, ExistingHostedZoneProps>.Empty;

    /// <summary>Records of Route 53, by name.</summary>
    public IReadOnlyDictionary<string, DnsRecordProps> Records { get; init; } = ImmutableDictionary<string, DnsRecordProps>.Empty;

    /// <summary>Migrations from one endpoint to another by weighted records of Route 53, by name.</summary>
    public IReadOnlyDictionary<string, WeightedMigrationProps> WeightedMigrations { get; init; } = ImmutableDictionary<string, WeightedMigrationProps>.Empty;

    /// <summary>Health checks of Route 53, by name.</summary>
    public IReadOnlyDictionary<string, DnsHealthCheckProps> HealthChecks { get; init; } = ImmutableDictionary<string, DnsHealthCheckProps>.Empty;

    /// <summary>EC2 instances, by name.</summary>
    public IReadOnlyDictionary<string, InstanceProps> Instances { get; init; } = ImmutableDictionary<string, InstanceProps>.Empty;

    /// <summary>
    /// Attributes of resources that are set whatever else says, by the resources' addresses and by the attributes' paths: what has no key here yet. As in CDKTF, a map is merged with
    /// what is there, a list appended to it, anything else replaces it; a number in a path is a place in a list; nothing (<c>~</c>) takes an attribute out. None unless set.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, RawValue>> Overrides { get; init; } = ImmutableDictionary<string, IReadOnlyDictionary<string, RawValue>>.Empty;

    /// <summary>How what is in AWS already comes into the state. Nothing does unless set.</summary>
    public AdoptionProps? Adoption { get; init; }

    /// <summary>Findings that somebody has looked at and answers for.</summary>
    public IReadOnlyList<SuppressionProps> Suppressions { get; init; } = [];
}
