using Amazon.ElasticLoadBalancingV2.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>How the client reaches the service.</summary>
public class AmazonElasticLoadBalancingV2Config : ClientConfig
{
    private const string Service = "elasticloadbalancing";
    private static readonly EndpointProvider Provider = new(Service);

    /// <summary>Takes what the environment says.</summary>
    public AmazonElasticLoadBalancingV2Config()
        : base(new DefaultConfigurationProvider([new Defaults()]))
    {
        ServiceId = "Elastic Load Balancing v2";
        AuthenticationServiceName = Service;
        EndpointProvider = Provider;
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => Service;

    /// <inheritdoc/>
    public override string ServiceVersion => "2015-12-01";

    /// <inheritdoc/>
    public override string UserAgent { get; } = Amazon.Util.Internal.InternalSDKUtils.BuildUserAgentString("ElasticLoadBalancingV2", "4.0.6.20");

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        Provider.ResolveEndpoint(ServiceEndpointResolver.Parameters(this, parameters.AlternateEndpoint?.SystemName));
}
