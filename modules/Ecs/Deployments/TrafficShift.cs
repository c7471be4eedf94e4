using HashiCorp.Cdktf;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws.EcsService;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>
/// What ECS moves the traffic of a service with: the target groups that take turns, what forwards to them, and a role that may change that. What forwards is left as it is found from then on:
/// an apply that set it back would send the traffic to tasks that are gone.
/// </summary>
internal sealed class TrafficShift
{
    private const string Purpose = "infrastructure";

    private readonly EcsService _owner;
    private readonly IReadOnlyList<ServiceTargetGroupProps> _targets;
    private readonly Value<string>?[] _production;
    private TerraformResource? _resource;
    private bool _hasRole;

    internal TrafficShift(EcsService owner, EcsServiceProps service)
    {
        (_owner, _targets) = (owner, service.TargetGroups);
        _production = [.. _targets.Select(target => target.ProductionListenerRule?.Arn)];
        Alternates = [.. _targets.Select(AlternateOf)];
        for (var index = 0; index < _targets.Count; index++)
        {
            var at = index;
            TurnsOfGroups.Of(owner.Model).Add(_targets[at].TargetGroup, Alternates[at]);
            Routes.Of(owner.Model).WhenForwarded(_targets[at].TargetGroup.Arn, route => Take(at, route));
        }
        MakeRoleOnceKnown();
    }

    /// <summary>The target groups that take turns with the service's, in their order.</summary>
    internal IReadOnlyList<ITargetGroup> Alternates { get; }

    /// <summary>The address of the policy of its role: without it no traffic moves.</summary>
    internal string PolicyAddress => $"aws_iam_role_policy.{_owner.LogicalId}_{Purpose}";

    /// <summary>What a target group of the service has beside its ARN.</summary>
    internal Aws.EcsServiceLoadBalancerAdvancedConfiguration Of(int index) => new()
    {
        AlternateTargetGroupArn = Emit.Text(Alternates[index].Arn)!,
        ProductionListenerRule = Emit.Text(_production[index]) ?? "",
        TestListenerRule = Emit.Text(_targets[index].TestListenerRule?.Arn),
        RoleArn = Emit.Text(Expression.Attribute("aws_iam_role", $"{_owner.LogicalId}_{Purpose}", "arn"))!,
    };

    /// <summary>Notes the service's resource, which has what is known by now.</summary>
    internal void SetResource(TerraformResource resource) => _resource = resource;

    private ITargetGroup AlternateOf(ServiceTargetGroupProps target) =>
        target.AlternateTargetGroup
        ?? _owner.Model.Made.Find<TargetGroup>(target.TargetGroup.Arn)?.MakeBeside(TwinTargetGroup.NameOf, TwinTargetGroup.PropsOf)
        // A group that nothing is known of has no twin, which SVC363 tells.
        ?? target.TargetGroup;

    private void Take(int index, Route route)
    {
        route.LeaveToOthers();
        if (route.Arn is not { } arn || _production[index] is not null || arn == _targets[index].TestListenerRule?.Arn)
        {
            return;
        }
        _production[index] = arn;
        if (_resource is not null)
        {
            Kernel.Override(_resource, $"load_balancer.{index}.advanced_configuration.production_listener_rule", Emit.Text(arn)!);
            MakeRoleOnceKnown();
        }
    }

    private void MakeRoleOnceKnown()
    {
        if (_hasRole || _production.Contains(null))
        {
            return;
        }
        _hasRole = true;
        var moved = _production.Select(arn => arn!).Concat(_targets.Select(target => target.TestListenerRule?.Arn).OfType<Value<string>>()).Distinct().ToList();
        // The actions of AWS's AmazonECSInfrastructureRolePolicyForLoadBalancers, version 6, on what this service has.
        var policy = new PolicyDocument()
            .Allow("Read", ["elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeRules", "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth"], "*")
            .Allow("Targets", ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"], [.. _targets.Select(target => target.TargetGroup.Arn), .. Alternates.Select(group => group.Arn)]);
        if (moved.Where(IsRule).ToList() is { Count: > 0 } rules)
        {
            policy.Allow("Rules", ["elasticloadbalancing:ModifyRule"], rules);
        }
        if (moved.Where(arn => !IsRule(arn)).ToList() is { Count: > 0 } listeners)
        {
            policy.Allow("Listeners", ["elasticloadbalancing:ModifyListener"], listeners);
        }
        _ = new Role(_owner, Purpose, new() { Service = "ecs.amazonaws.com", Policy = policy, Tags = _owner.Props.Tags });
    }

    private static bool IsRule(Value<string> arn) => $"{arn}".Contains(arn.IsLiteral ? ":listener-rule/" : "aws_lb_listener_rule.", StringComparison.Ordinal);
}
