using Constructs;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>A target group. It is replaced by making the new one first, under another name.</summary>
public sealed class TargetGroup : ModuleConstruct, ITargetGroup
{
    private readonly Construct _scope;
    private readonly string _id;
    private readonly List<IConnectable> _loadBalancers = [];
    private readonly List<(IConnectable Target, IReadOnlyList<PortRange> Ports)> _targets = [];

    /// <summary>Makes the target group.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id; part of its name in AWS, and its address in the state.</param>
    /// <param name="props">What it declares.</param>
    public TargetGroup(Construct scope, string id, TargetGroupProps props)
        : base(scope, id, props)
    {
        (_scope, _id) = (scope, id);
        Props = props;
        Arn = Expression.Attribute("aws_lb_target_group", LogicalId, "arn");
        var isLambda = props.TargetType.IsAnyOf(TargetType.Lambda);
        var version = props.EffectiveProtocolVersion;
        Resource = Make<Aws.LbTargetGroup.LbTargetGroup>(MainResourceId, new Aws.LbTargetGroup.LbTargetGroupConfig
        {
            Name = props.Name is null ? Model.IsModule ? TargetGroupName.Expression(DefaultName, props).Template : TargetGroupName.Of(props, StackName, DefaultName, LogicalId, Resolve) : Emit.Text(props.Name),
            TargetType = Emit.Member(props.TargetType),
            Protocol = Emit.Member(props.EffectiveProtocol),
            ProtocolVersion = Emit.Member(version),
            Port = Emit.Number(props.Port),
            VpcId = Emit.Text(Value.When(isLambda, null, props.VpcId)),
            IpAddressType = Emit.Member(props.EffectiveIpAddressType),
            HealthCheck = HealthCheckOf(props),
            Stickiness = StickinessOf(props),
            DeregistrationDelay = Emit.NumberAsText(props.DeregistrationDelaySeconds),
            SlowStart = Emit.Number(props.SlowStartSeconds),
            LoadBalancingAlgorithmType = Emit.Member(props.EffectiveLoadBalancingAlgorithm),
            LoadBalancingAnomalyMitigation = Emit.OnOrOff(props.EffectiveAnomalyMitigation),
            LoadBalancingCrossZoneEnabled = Emit.Member(props.EffectiveCrossZone),
            PreserveClientIp = Emit.BooleanAsText(props.EffectivePreserveClientIp),
            ProxyProtocolV2 = Emit.Boolean(props.ProxyProtocolV2),
            ConnectionTermination = Emit.Boolean(props.EffectiveConnectionTermination),
            LambdaMultiValueHeadersEnabled = Emit.Boolean(props.LambdaMultiValueHeaders),
            TargetHealthState = TargetHealthStateOf(props),
            TargetGroupHealth = TargetGroupHealthOf(props),
            Tags = Emit.Map(props.Tags),
            Lifecycle = Emit.CreateBeforeDestroy(),
        });
        Model.Made.Add(Arn, this);
        foreach (var (name, target) in props.Targets)
        {
            new Target(this, name, target);
        }
        if (props.TargetsElsewhere is { SecurityGroups: { Count: > 0 } groups })
        {
            AddTarget(new Elsewhere(new Connections([.. groups.Select(Model.Find)])));
        }
    }

    /// <inheritdoc/>
    public Value<string> Arn { get; }

    /// <summary>What it was declared with.</summary>
    public TargetGroupProps Props { get; }

    TargetGroupProps? ITargetGroup.Props => Props;

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.LbTargetGroup.LbTargetGroup Resource { get; }

    /// <summary>
    /// Opens a target's security groups for every load balancer that forwards to the group, on the target's port and on that of the health check,
    /// and lets those load balancers out to it. It does not matter which of them is added first.
    /// </summary>
    /// <param name="target">What serves.</param>
    /// <param name="port">The port that it serves on; the group's unless given.</param>
    public void AddTarget(IConnectable target, Value<int>? port = null) => AddTarget(target, [.. TrafficPorts.Of(Props, port)]);

    /// <summary>The same for a target whose ports are chosen when it starts.</summary>
    /// <param name="target">What serves.</param>
    /// <param name="ports">The ports that it may serve on.</param>
    public void AddTarget(IConnectable target, params IReadOnlyList<PortRange> ports)
    {
        _targets.Add((target, ports));
        foreach (var loadBalancer in _loadBalancers)
        {
            Open(loadBalancer, target, ports);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => LogicalId;

    /// <summary>Makes another group like this one where it stands.</summary>
    /// <param name="name">Gives its name by this one's.</param>
    /// <param name="props">Gives what it declares by what this one does.</param>
    internal TargetGroup MakeBeside(Func<string, string> name, Func<TargetGroupProps, TargetGroupProps> props) => new(_scope, name(_id), props(Props));

    /// <summary>The same for what may be made later, or not by this stack.</summary>
    /// <param name="target">What serves, or what stands for it.</param>
    /// <param name="key">What refers to it.</param>
    /// <param name="port">The port that it serves on; the group's where it is null.</param>
    internal void AddTarget(object target, Value<string> key, Value<int>? port)
    {
        if (target is IConnectable connectable)
        {
            AddTarget(connectable, port);
        }
        else
        {
            Model.Made.WhenMade<IConnectable>(key, made => AddTarget(made, port));
        }
    }

    /// <summary>Lets a load balancer out to the group's targets.</summary>
    internal void AddLoadBalancer(IConnectable loadBalancer)
    {
        if (_loadBalancers.Contains(loadBalancer))
        {
            return;
        }
        _loadBalancers.Add(loadBalancer);
        OpenBlocks(loadBalancer);
        foreach (var (target, ports) in _targets)
        {
            Open(loadBalancer, target, ports);
        }
    }

    private void OpenBlocks(IConnectable loadBalancer)
    {
        if (Props.TargetsElsewhere is not { } elsewhere)
        {
            return;
        }
        foreach (var ports in TrafficPorts.Of(Props, null))
        {
            foreach (var block in elsewhere.CidrsIpv4)
            {
                loadBalancer.Connections.AllowToBlock(ports, block, isIpv6: false);
            }
            foreach (var block in elsewhere.CidrsIpv6)
            {
                loadBalancer.Connections.AllowToBlock(ports, block, isIpv6: true);
            }
        }
    }

    private static void Open(IConnectable loadBalancer, IConnectable target, IReadOnlyList<PortRange> ports)
    {
        foreach (var range in ports)
        {
            target.Connections.AllowFrom(loadBalancer, range);
        }
    }

    /// <summary>
    /// A block that says one thing makes the provider fill in the rest as for HTTP, and what a block does not say stays as it was; so it says what AWS's defaults
    /// are for the group's type.
    /// </summary>
    private static Aws.LbTargetGroup.LbTargetGroupHealthCheck HealthCheckOf(TargetGroupProps props)
    {
        var check = props.HealthCheck;
        var isLambda = props.TargetType.IsAnyOf(TargetType.Lambda);
        return new()
        {
            Enabled = Emit.Boolean(check.Enabled.Or(!isLambda)),
            Protocol = Emit.Member(Value.When(isLambda, null, check.Protocol.Or(props.DefaultHealthCheckProtocol))),
            Port = Emit.Text(check.Port),
            Path = Emit.Text(props.EffectiveHealthCheckPath),
            Matcher = Emit.Text(props.EffectiveMatcher),
            Interval = Emit.Number(props.EffectiveHealthCheckIntervalSeconds),
            Timeout = Emit.Number(props.EffectiveHealthCheckTimeoutSeconds),
            HealthyThreshold = Emit.Number(check.HealthyThreshold),
            UnhealthyThreshold = Emit.Number(check.UnhealthyThreshold),
        };
    }

    /// <summary>Always, where there can be any: the provider takes a block that is left out for one that is to stay.</summary>
    private static Aws.LbTargetGroup.LbTargetGroupStickiness? StickinessOf(TargetGroupProps props) => props.CanBeSticky.Is(false) ? null : new()
    {
        Type = Emit.Member(props.EffectiveStickinessType)!,
        Enabled = Emit.Boolean(props.EffectiveStickinessEnabled),
        CookieDuration = Emit.Number(props.Stickiness?.CookieDurationSeconds),
        CookieName = Emit.Text(props.Stickiness?.CookieName),
    };

    private static Aws.LbTargetGroup.LbTargetGroupTargetHealthState[]? TargetHealthStateOf(TargetGroupProps props) => props.CanCutUnhealthyConnections.Is(false) ? null :
    [
        new()
        {
            EnableUnhealthyConnectionTermination = Emit.Boolean(props.UnhealthyConnectionTermination.Or(true))!,
            UnhealthyDrainingInterval = Emit.Number(props.UnhealthyDrainingIntervalSeconds),
        },
    ];

    /// <summary>Both thresholds, always: the provider reads both, and takes one that is not written for a change.</summary>
    private static Aws.LbTargetGroup.LbTargetGroupTargetGroupHealth? TargetGroupHealthOf(TargetGroupProps props) => props.HasTargetAttributes.Is(false) ? null : new()
    {
        DnsFailover = new Aws.LbTargetGroup.LbTargetGroupTargetGroupHealthDnsFailover
        {
            MinimumHealthyTargetsCount = Emit.Text(ThresholdOf(props, health => health.DnsFailover.MinimumHealthyTargetsCount)),
            MinimumHealthyTargetsPercentage = Emit.Text(ThresholdOf(props, health => health.DnsFailover.MinimumHealthyTargetsPercentage)),
        },
        UnhealthyStateRouting = new Aws.LbTargetGroup.LbTargetGroupTargetGroupHealthUnhealthyStateRouting
        {
            MinimumHealthyTargetsCount = AsNumber(ThresholdOf(props, health => health.UnhealthyStateRouting.MinimumHealthyTargetsCount)),
            MinimumHealthyTargetsPercentage = Emit.Text(ThresholdOf(props, health => health.UnhealthyStateRouting.MinimumHealthyTargetsPercentage)),
        },
    };

    private static Value<string> ThresholdOf(TargetGroupProps props, Func<TargetGroupHealthProps, Value<string>> threshold) =>
        Value.When(Presence.Of(props.TargetGroupHealth), props.TargetGroupHealth is { } health ? threshold(health) : null, threshold(new()))!;

    /// <summary>The provider has a number here, where it has a string for DNS.</summary>
    private static double? AsNumber(Value<string> count) =>
        !count.TryGetLiteral(out var text) ? Kernel.Number(count.Expression!.Template) : int.TryParse(text, out var number) ? number : null;

    /// <summary>Targets that something else registers.</summary>
    private sealed record Elsewhere(Connections Connections) : IConnectable;
}
