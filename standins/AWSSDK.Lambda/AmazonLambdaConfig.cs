using Amazon.ElasticLoadBalancingV2.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda;

/// <summary>How the client reaches the service.</summary>
public class AmazonLambdaConfig : ClientConfig
{
    private const string Service = "lambda";
    private static readonly EndpointProvider Provider = new(Service);

    /// <summary>Takes what the environment says.</summary>
    public AmazonLambdaConfig()
        : base(new DefaultConfigurationProvider([new Defaults()]))
    {
        ServiceId = "Lambda";
        AuthenticationServiceName = Service;
        EndpointProvider = Provider;
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => Service;

    /// <inheritdoc/>
    public override string ServiceVersion => "2015-03-31";

    /// <inheritdoc/>
    public override string UserAgent { get; } = Amazon.Util.Internal.InternalSDKUtils.BuildUserAgentString("Lambda", "4.0.2");

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        Provider.ResolveEndpoint(ServiceEndpointResolver.Parameters(this, parameters.AlternateEndpoint?.SystemName));
}
