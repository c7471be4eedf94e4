using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Instances;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.StaticIp;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Manifest;

/// <summary>Makes what stands for a named thing: its attributes are expressions, its props are found once the manifest has been read.</summary>
internal sealed class References(IReadOnlyDictionary<string, IProps> declared)
{
    private readonly Dictionary<string, object> _made = [];

    /// <summary>
    /// What stands for a declared thing; the same object each time. Null where the thing itself is wrong and stands for nothing: then its own
    /// problem is enough.
    /// </summary>
    /// <param name="type">The kind of reference.</param>
    /// <param name="path">The thing's path in the manifest.</param>
    /// <param name="name">The name that it was referred to by.</param>
    internal object? Declared(Type type, string path, string name)
    {
        if (!_made.TryGetValue(path, out var reference) && Make(type, path, name) is { } made)
        {
            _made[path] = reference = made;
        }
        return reference;
    }

    /// <summary>What stands for a thing outside the manifest.</summary>
    internal static object Existing(Type type, string id) => type switch
    {
        _ when type == typeof(ISecurityGroup) => new ExistingSecurityGroup(id),
        _ when type == typeof(ITargetGroup) => new ExistingTargetGroup(id),
        _ when type == typeof(IEcsCluster) => new ExistingEcsCluster(id),
        _ when type == typeof(ICertificate) => new ExistingCertificate(id),
        _ when type == typeof(IHostedZone) => new ExistingHostedZone(id),
        _ when type == typeof(IDnsHealthCheck) => new ExistingDnsHealthCheck(id),
        _ when type == typeof(IInstance) => new ExistingInstance(id),
        _ when type == typeof(ILogBucket) => new ExistingLogBucket(id),
        _ when type == typeof(ITrustStore) => new ExistingTrustStore(id),
        _ when type == typeof(IListenerRule) => new ExistingListenerRule(id),
        _ => throw new InvalidOperationException($"{type.Name} cannot stand for something that exists already"),
    };

    private object? Make(Type type, string path, string name) => type switch
    {
        _ when type == typeof(ISubnet) => declared.GetValueOrDefault(path),
        _ when type == typeof(ISecurityGroup) => new DeclaredSecurityGroup(name, Props<SecurityGroupProps>(path)),
        _ when type == typeof(ITargetGroup) => new DeclaredTargetGroup(name, Props<TargetGroupProps>(path)),
        _ when type == typeof(IEcsCluster) => new DeclaredEcsCluster(name, Props<EcsClusterProps>(path)),
        _ when type == typeof(ICertificate) => new DeclaredCertificate(name, Props<CertificateProps>(path)),
        _ when type == typeof(IHostedZone) => path.StartsWith("existing", StringComparison.Ordinal) ? new DeclaredExistingHostedZone(name, Props<ExistingHostedZoneProps>(path)) : new DeclaredHostedZone(name, Props<HostedZoneProps>(path)),
        _ when type == typeof(IDnsHealthCheck) => new DeclaredDnsHealthCheck(name, Props<DnsHealthCheckProps>(path)),
        _ when type == typeof(IInstance) => new DeclaredInstance(name, Props<InstanceProps>(path)),
        _ when type == typeof(ILogBucket) => new DeclaredLogBucket(name),
        _ when type == typeof(ITrustStore) => new ExistingTrustStore(Expression.Attribute("aws_lb_trust_store", name, "arn")),
        _ when type == typeof(IApplicationListener) => Listener(path, name),
        _ when type == typeof(IListenerRule) => new DeclaredListenerRule(path.StartsWith("networkLoadBalancers", StringComparison.Ordinal) ? "aws_lb_listener" : "aws_lb_listener_rule", name),
        _ when type.IsAssignableTo(typeof(ILoadBalancer)) => LoadBalancer(path, name),
        _ => throw new InvalidOperationException($"{type.Name} is not a reference"),
    };

    private IApplicationListener Listener(string path, string name) => path.Contains(".existingListeners.", StringComparison.Ordinal)
        ? new DeclaredExistingListener(name, Props<ExistingApplicationListenerProps>(path))
        : new DeclaredApplicationListener(name, Props<ApplicationListenerProps>(path));

    private ILoadBalancer LoadBalancer(string path, string name) => path.Split('.')[0] switch
    {
        "networkLoadBalancers" => new DeclaredNetworkLoadBalancer(name, Props<NetworkLoadBalancerProps>(path)),
        "staticIpApplicationLoadBalancers" => new DeclaredNetworkLoadBalancer(name, () => Found<StaticIpApplicationLoadBalancerProps>(path) is { } props ? new StaticIpParts(props, name).LoadBalancer : null),
        "existingApplicationLoadBalancers" => new DeclaredExistingLoadBalancer(name, Props<ExistingApplicationLoadBalancerProps>(path)),
        _ => new DeclaredApplicationLoadBalancer(name, Props<ApplicationLoadBalancerProps>(path)),
    };

    /// <summary>A thing's props, once they have been read; null where it has a mistake.</summary>
    private Func<T?> Props<T>(string path)
        where T : class, IProps
        => () => Found<T>(path);

    private T? Found<T>(string path)
        where T : class, IProps
        => declared.GetValueOrDefault(path) as T;
}
