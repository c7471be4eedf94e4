using Constructs;
using Orchestrator.Modules.Alarms;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Functions;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>
/// An Application Load Balancer behind addresses that do not change. The Network Load Balancer is called as this is; what else is made has
/// names that begin with it.
/// </summary>
public sealed class StaticIpApplicationLoadBalancer : ModuleConstruct, INetworkLoadBalancer
{
    private readonly Dictionary<string, TargetGroup> _targetGroups = [];

    /// <summary>Makes all of it.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id; the Network Load Balancer's name in AWS unless the props say another, and part of addresses in the state.</param>
    /// <param name="props">What it declares.</param>
    /// <param name="package">The zip of the sync function (<c>./orchestrator package</c>); needed for lambdaSync, and only there.</param>
    /// <exception cref="ArgumentException">The mode is lambdaSync, and there is no package, or one that is compiled for other processors than the function's; or the mode is no literal.</exception>
    public StaticIpApplicationLoadBalancer(Construct scope, string id, StaticIpApplicationLoadBalancerProps props, FunctionPackage? package = null)
        : base(scope, id, props)
    {
        var parts = new StaticIpParts(props, LogicalId);
        if (!props.Mode.IsLiteral && !Model.IsModule)
        {
            throw new ArgumentException($"{LogicalId} has a mode that only Terraform knows, and the mode decides what is made: give StaticIpMode.AlbTarget or StaticIpMode.LambdaSync", nameof(props));
        }
        var inside = new TransparentScope(scope, $"_{id}");
        new SecurityGroup(inside, StaticIpParts.SecurityGroupName(id), parts.SecurityGroup);
        foreach (var (port, group) in parts.TargetGroups)
        {
            _targetGroups[port] = new TargetGroup(inside, StaticIpParts.TargetGroupName(id, port), group);
            if (!props.KeepsAddresses.Is(false))
            {
                _targetGroups[port].AddTarget(props.ApplicationLoadBalancer, props.ApplicationLoadBalancer.Arn, null);
            }
        }
        LoadBalancer = new NetworkLoadBalancer(inside, id, parts.LoadBalancer);
        var targets = new SyncTargets([.. parts.TargetGroups.Select(group => new SyncTarget(group.Key, _targetGroups[group.Key].LogicalId, group.Value.Port!))], Model.IsModule);
        if (!props.KeepsAddresses.Is(false))
        {
            AddFunction(props, package, targets);
        }
        if (parts.Migration is not null)
        {
            new WeightedMigration(new TransparentScope(scope, $"_{id}-migration"), id, parts.Migration);
        }
    }

    /// <summary>The Network Load Balancer.</summary>
    public NetworkLoadBalancer LoadBalancer { get; }

    /// <summary>The target groups, by the ports' names.</summary>
    public IReadOnlyDictionary<string, TargetGroup> TargetGroups => _targetGroups;

    /// <summary>The name of the sync function; null with albTarget.</summary>
    public Value<string>? FunctionName { get; private set; }

    /// <summary>The topic that alarms go to; null without alarms.</summary>
    public Value<string>? AlarmTopicArn { get; private set; }

    /// <inheritdoc/>
    public Value<string> Arn => LoadBalancer.Arn;

    /// <inheritdoc/>
    public Value<string> DnsName => LoadBalancer.DnsName;

    /// <inheritdoc/>
    public Value<string> ZoneId => LoadBalancer.ZoneId;

    /// <inheritdoc/>
    public Value<IpAddressType> IpAddressType => LoadBalancer.IpAddressType;

    NetworkLoadBalancerProps? INetworkLoadBalancer.Props => LoadBalancer.Props;

    /// <inheritdoc/>
    public override string ToString() => LogicalId;

    private void AddFunction(StaticIpApplicationLoadBalancerProps props, FunctionPackage? package, SyncTargets targets)
    {
        var zip = package ?? throw new ArgumentException($"{LogicalId} is kept by the sync function, whose zip is missing: give it as package (./orchestrator package builds it)", nameof(package));
        var architecture = props.EffectiveSync.Architecture;
        if (zip.Architecture is { } compiledFor && compiledFor != architecture)
        {
            throw new ArgumentException($"{LogicalId}'s sync function runs on {Spelling.Of(architecture)}, and its zip is compiled for {Spelling.Of(compiledFor)}: set Sync.Architecture, or give the zip of ./orchestrator package --runtime linux-{(architecture == FunctionArchitecture.Arm64 ? "arm64" : "x64")}", nameof(package));
        }
        var function = new SyncFunction(this, props, zip, targets);
        FunctionName = function.Name;
        if (props.EffectiveAlarms.Enabled)
        {
            var topic = props.EffectiveAlarms.TopicArn;
            AlarmTopicArn = topic.MayBeNull() ? topic.Or(AlarmTopic.Add(this, props.EffectiveAlarms.KmsKeyArn, props.Tags)) : topic;
            new StaticIpAlarms(this, props, AlarmTopicArn).Add(function, Expression.Attribute("aws_lb", LoadBalancer.LogicalId, "arn_suffix"), targets);
        }
    }
}
