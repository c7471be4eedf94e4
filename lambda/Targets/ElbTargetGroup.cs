using System.Net;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;

namespace Orchestrator.Lambda.Targets;

/// <summary>A target group in AWS.</summary>
internal sealed class ElbTargetGroup(AmazonElasticLoadBalancingV2Client client, string arn, AvailabilityZones zones) : ITargetGroup
{
    public Task<IReadOnlyList<RegisteredTarget>> ListAsync(CancellationToken cancellationToken) => CallAsync("DescribeTargetHealth", async () =>
    {
        var response = await client.DescribeTargetHealthAsync(new DescribeTargetHealthRequest { TargetGroupArn = arn }, cancellationToken);
        return (IReadOnlyList<RegisteredTarget>)[.. (response.TargetHealthDescriptions ?? []).Where(IsListed).Select(Read)];
    });

    public Task RegisterAsync(IReadOnlyList<Target> targets, CancellationToken cancellationToken) => CallAsync("RegisterTargets", () =>
        client.RegisterTargetsAsync(new RegisterTargetsRequest { TargetGroupArn = arn, Targets = Describe(targets) }, cancellationToken));

    public Task DeregisterAsync(IReadOnlyList<Target> targets, CancellationToken cancellationToken) => CallAsync("DeregisterTargets", () =>
        client.DeregisterTargetsAsync(new DeregisterTargetsRequest { TargetGroupArn = arn, Targets = Describe(targets) }, cancellationToken));

    // Without its port, a target that is not on the group's default port is silently left where it is.
    private List<TargetDescription> Describe(IReadOnlyList<Target> targets) =>
        [.. targets.Select(target => new TargetDescription { Id = target.Address.ToString(), Port = target.Port, AvailabilityZone = zones.For(target.Address) })];

    private static bool IsListed(TargetHealthDescription description) => description.TargetHealth.Reason != TargetHealthReasonEnum.TargetNotRegistered;

    private RegisteredTarget Read(TargetHealthDescription description) =>
        IPAddress.TryParse(description.Target.Id, out var address) && description.Target.Port is { } port
            ? new RegisteredTarget(new Target(address, port), State(description.TargetHealth.State?.Value))
            : throw new TargetGroupException(TargetGroupError.Failed, $"the target group {arn} holds \"{description.Target.Id}\", which is no address: its type must be ip");

    private static TargetState State(string? state) => state switch
    {
        "initial" => TargetState.Initial,
        "healthy" => TargetState.Healthy,
        "unhealthy" => TargetState.Unhealthy,
        "unhealthy.draining" => TargetState.UnhealthyDraining,
        "unused" => TargetState.Unused,
        "draining" => TargetState.Draining,
        // A state that AWS has added since is not one to count on.
        _ => TargetState.Unavailable,
    };

    private async Task<T> CallAsync<T>(string operation, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (TargetGroupNotFoundException)
        {
            throw new TargetGroupException(TargetGroupError.Refused, $"the target group {arn} does not exist; was it deleted? Correct NLB_TG_ARN or SYNC_TARGETS");
        }
        catch (TooManyTargetsException exception)
        {
            throw new TargetGroupException(TargetGroupError.Full, $"{operation}: the target group is full: {exception.Message}");
        }
        catch (InvalidTargetException exception)
        {
            throw new TargetGroupException(TargetGroupError.InvalidTarget, $"{operation}: {exception.Message}");
        }
        catch (AmazonElasticLoadBalancingV2Exception exception)
        {
            var hint = exception.StatusCode == HttpStatusCode.Forbidden ? $"; the role needs elasticloadbalancing:{operation}" : "";
            var error = exception.StatusCode is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError ? TargetGroupError.Refused : TargetGroupError.Failed;
            throw new TargetGroupException(error, $"{operation} failed: {exception.ErrorCode ?? exception.StatusCode.ToString()}: {exception.Message}{hint}");
        }
        catch (Exception exception) when (exception is AmazonClientException or HttpRequestException or IOException or OperationCanceledException)
        {
            throw new TargetGroupException(TargetGroupError.Failed, $"{operation} got no answer: {exception.Message}");
        }
    }
}
