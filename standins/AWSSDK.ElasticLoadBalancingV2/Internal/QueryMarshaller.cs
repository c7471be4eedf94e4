using System.Globalization;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.ElasticLoadBalancingV2.Internal;

/// <summary>Writes a request as AWS's Query protocol wants it.</summary>
internal sealed class QueryMarshaller(string action) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        IRequest request = new DefaultRequest(input, "Amazon.ElasticLoadBalancingV2");
        request.Parameters.Add("Action", action);
        request.Parameters.Add("Version", "2015-12-01");
        request.ResourcePath = "/";
        var (arn, targets) = input switch
        {
            RegisterTargetsRequest register => (register.TargetGroupArn, register.Targets),
            DeregisterTargetsRequest deregister => (deregister.TargetGroupArn, deregister.Targets),
            DescribeTargetHealthRequest describe => (describe.TargetGroupArn, describe.Targets),
            _ => throw new ArgumentException($"{input.GetType().Name} is not an operation of this stand-in.", nameof(input)),
        };
        Add(request, "TargetGroupArn", arn);
        foreach (var (index, target) in (targets ?? []).Index())
        {
            var prefix = $"Targets.member.{(index + 1).ToString(CultureInfo.InvariantCulture)}.";
            Add(request, prefix + "AvailabilityZone", target.AvailabilityZone);
            Add(request, prefix + "Id", target.Id);
            Add(request, prefix + "Port", target.Port?.ToString(CultureInfo.InvariantCulture));
        }
        return request;
    }

    private static void Add(IRequest request, string name, string? value)
    {
        if (value is not null)
        {
            request.Parameters.Add(name, value);
        }
    }
}
