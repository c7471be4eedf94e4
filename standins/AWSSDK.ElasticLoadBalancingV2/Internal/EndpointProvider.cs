using Amazon.Runtime.Endpoints;

namespace Amazon.ElasticLoadBalancingV2.Internal;

/// <summary>The service's address: the one that is configured, else the region's.</summary>
/// <param name="service">What the names of the service's hosts begin with.</param>
internal sealed class EndpointProvider(string service) : IEndpointProvider
{
    internal const string Address = "Endpoint";
    internal const string Region = "Region";

    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters[Address] is string address)
        {
            return new Endpoint(address);
        }
        var region = (string)parameters[Region];
        return new Endpoint($"https://{service}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}");
    }
}
