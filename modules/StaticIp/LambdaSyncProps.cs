using Orchestrator.Modules.Events;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Functions;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>The Lambda function that keeps target groups equal to an Application Load Balancer's addresses, its schedule and its state.</summary>
public sealed record LambdaSyncProps : IProps
{
    private const int SecondsPerMinute = 60;

    /// <summary>The function's name, at most 64 letters, digits, hyphens and underscores. <c>STACK-NAME-sync</c> unless set, cut to that. A change replaces it.</summary>
    public Value<string>? FunctionName { get; init; }

    /// <summary>The processors that it runs on. arm64 unless set, which is charged less than x86_64; that is for a Region where Lambda has no arm64. A change updates the function.</summary>
    public FunctionArchitecture Architecture { get; init; } = FunctionArchitecture.Arm64;

    /// <summary>Its memory in MiB, 128 to 10240; the processor's share grows with it. 128 unless set.</summary>
    public Value<int> MemoryMiB { get; init; } = 128;

    /// <summary>Seconds that a run may take, 30 to 300: asking the DNS takes up to 20, saving is kept 10 free, and after 300 another run may remove. 300 unless set.</summary>
    public Value<int> TimeoutSeconds { get; init; } = 300;

    /// <summary>The KMS key that encrypts its environment variables, none of which is a secret. Lambda's own unless set.</summary>
    public Value<string>? KmsKeyArn { get; init; }

    /// <summary>Whether AWS X-Ray traces its runs. It does not unless set.</summary>
    public Value<bool> Tracing { get; init; } = false;

    /// <summary>Days that its log is kept, one of those that CloudWatch Logs has; 0 for ever. 365 unless set.</summary>
    public Value<int> LogRetentionDays { get; init; } = 365;

    /// <summary>The KMS key that encrypts its log. CloudWatch Logs' own unless set.</summary>
    public Value<string>? LogKmsKeyArn { get; init; }

    /// <summary>Minutes from one run to the next, 1 to 60 (<c>SYNC_INTERVAL_SECONDS</c>). 1 unless set.</summary>
    public Value<int> IntervalMinutes { get; init; } = 1;

    /// <summary>What keeps the schedule. EventBridge Scheduler unless set.</summary>
    public ScheduleMechanism Mechanism { get; init; } = ScheduleMechanism.Scheduler;

    /// <summary>Whether it runs on its schedule. It does unless set.</summary>
    public Value<bool> Enabled { get; init; } = true;

    /// <summary>Where it keeps its state. In a bucket that is made for it unless set.</summary>
    public SyncStateBucketProps StateBucket { get; init; } = new();

    /// <summary>The most questions for the addresses in one run, 1 to 1000 (<c>MAX_LOOKUP_PER_INVOCATION</c>). 50 unless set.</summary>
    public Value<int>? MaximumLookups { get; init; }

    /// <summary>In how many observations an address must have been missing before it goes, 1 to 1440 (<c>INVOCATIONS_BEFORE_DEREGISTRATION</c>). 3 unless set.</summary>
    public Value<int>? ObservationsBeforeDeregistration { get; init; }

    /// <summary>Seconds for which it must have been missing, 0 to 86,400 (<c>SYNC_GRACE_SECONDS</c>). The interval times the observations unless set.</summary>
    public Value<int>? GraceSeconds { get; init; }

    /// <summary>How many targets that are in the DNS must be healthy before any goes, 1 to 1000 (<c>SYNC_FLOOR</c>). 2 unless set.</summary>
    public Value<int>? Floor { get; init; }

    /// <summary>Seconds that a healthy target which the DNS no longer names waits for healthy successors, 0 to 604,800 (<c>SYNC_MAX_WAIT_SECONDS</c>). 3600 unless set.</summary>
    public Value<int>? MaximumWaitSeconds { get; init; }

    /// <summary>Seconds that the next two limits are of, 60 to 86,400 (<c>SYNC_REMOVAL_WINDOW_SECONDS</c>). 900 unless set.</summary>
    public Value<int>? RemovalWindowSeconds { get; init; }

    /// <summary>By how many healthy targets a group may become smaller in that time, 1 to 1000 (<c>SYNC_MAX_REMOVALS</c>). 20 unless set.</summary>
    public Value<int>? MaximumRemovals { get; init; }

    /// <summary>By which share of its healthy targets, and of eight where it has fewer, in percent, 1 to 100 (<c>SYNC_MAX_REMOVAL_PERCENT</c>). 50 unless set.</summary>
    public Value<int>? MaximumRemovalPercent { get; init; }

    /// <summary>The networks that may hold targets, as CIDR blocks (<c>SYNC_ALLOWED_CIDRS</c>). Those of RFC 1918, 100.64.0.0/10 and the VPC's unless set.</summary>
    public ValueList<string> AllowedCidrs { get; init; } = [];

    /// <summary>Which addresses are registered in all Availability Zones (<c>SYNC_AVAILABILITY_ZONE</c>). Those outside the VPC unless set.</summary>
    public Value<AvailabilityZonePolicy>? AvailabilityZone { get; init; }

    /// <summary>The family of the addresses (<c>SYNC_IP_ADDRESS_TYPE</c>). IPv4 unless set; ipv6 needs <see cref="AllowedCidrs"/> and a dualstack Network Load Balancer.</summary>
    public Value<TargetGroupIpAddressType>? IpAddressType { get; init; }

    /// <summary>Whether every run tells what it would do, and changes nothing (<c>SYNC_DRY_RUN</c>). It changes the target groups unless set.</summary>
    public Value<bool>? DryRun { get; init; }

    /// <summary>Whether runs write metrics (<c>SYNC_METRICS</c>), which the alarms look at. They do unless set.</summary>
    public Value<bool>? Metrics { get; init; }

    /// <summary>Whether the number of addresses is among them (<c>CW_METRIC_FLAG_IP_COUNT</c>). It is unless set.</summary>
    public Value<bool>? AddressCount { get; init; }

    /// <summary>The DNS servers to ask, <c>10.0.0.2</c> or <c>10.0.0.2:5353</c> (<c>SYNC_DNS_SERVERS</c>). Lambda's own unless set.</summary>
    public ValueList<string> DnsServers { get; init; } = [];

    /// <summary>Seconds from one run to the next.</summary>
    internal Value<int> IntervalSeconds => IntervalMinutes.TryGetLiteral(out var minutes) ? minutes * SecondsPerMinute : Expression.Of($"{IntervalMinutes} * {SecondsPerMinute}");
}
