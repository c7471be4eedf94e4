using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.ElasticLoadBalancingV2.Internal;

/// <summary>Tells the endpoint provider what the client is configured with.</summary>
internal sealed class ServiceEndpointResolver : BaseEndpointResolver
{
    internal static EndpointParameters Parameters(IClientConfig config, string? region)
    {
        if (config.ServiceURL is { Length: > 0 } address)
        {
            return new EndpointParameters { [EndpointProvider.Address] = address };
        }
        var name = region ?? config.RegionEndpoint?.SystemName ?? throw new AmazonClientException("No RegionEndpoint or ServiceURL configured");
        return new EndpointParameters { [EndpointProvider.Region] = name };
    }

    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) => InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) => Parameters(requestContext.ClientConfig, region: null);
}
