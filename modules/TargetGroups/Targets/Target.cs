using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>A target that is registered with its group from the start.</summary>
public sealed class Target : ModuleConstruct
{
    /// <summary>Registers a target.</summary>
    /// <param name="group">The group.</param>
    /// <param name="id">Its name; its address in the state is the group's name, an underscore and this.</param>
    /// <param name="props">What it declares.</param>
    public Target(TargetGroup group, string id, TargetProps props)
        : base(group, id, props)
    {
        var attachment = Make<Aws.LbTargetGroupAttachment.LbTargetGroupAttachment>(MainResourceId, new Aws.LbTargetGroupAttachment.LbTargetGroupAttachmentConfig
        {
            TargetGroupArn = Emit.Text(group.Arn)!,
            TargetId = Emit.Text(props.Instance?.Id ?? props.Address ?? props.FunctionArn ?? props.LoadBalancer?.Arn)!,
            Port = Emit.Number(props.Port),
            AvailabilityZone = Emit.Text(props.AvailabilityZone),
        });
        if (props.FunctionArn is { } function)
        {
            AllowInvocation(group, function);
            Emit.DependsOn(attachment, [$"aws_lambda_permission.{LogicalId}"]);
        }
        if (props.Instance is { } instance)
        {
            group.AddTarget(instance, instance.Id, props.Port);
        }
        if (props.LoadBalancer is { } loadBalancer)
        {
            Emit.DependsOn(attachment, ListenersOf(loadBalancer, props.Port ?? group.Props.Port));
            group.AddTarget(loadBalancer, loadBalancer.Arn, props.Port);
        }
    }

    private void AllowInvocation(TargetGroup group, Value<string> function) =>
        Make<Aws.LambdaPermission.LambdaPermission>("_permission", new Aws.LambdaPermission.LambdaPermissionConfig
        {
            Action = "lambda:InvokeFunction",
            FunctionName = Emit.Text(FunctionArn.WithoutQualifier(function))!,
            Qualifier = Emit.Text(FunctionArn.QualifierOf(function)),
            Principal = "elasticloadbalancing.amazonaws.com",
            SourceArn = Emit.Text(group.Arn),
        });

    /// <summary>AWS registers a load balancer only once it listens on the port.</summary>
    private static IReadOnlyList<string> ListenersOf(LoadBalancing.IApplicationLoadBalancer loadBalancer, Value<int>? port) =>
        [.. (loadBalancer.Props?.Listeners ?? Enumerable.Empty<KeyValuePair<string, LoadBalancing.ApplicationListenerProps>>())
            .Where(listener => listener.Value.Port == port)
            .Select(listener => $"aws_lb_listener.{loadBalancer}_{listener.Key}")];
}
