using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Internal;

/// <summary>The SDK's own configuration where neither the program nor the environment says otherwise.</summary>
internal sealed class Defaults : IDefaultConfiguration
{
    public DefaultConfigurationMode Name => DefaultConfigurationMode.Standard;

    public RequestRetryMode RetryMode => RequestRetryMode.Standard;

    public S3UsEast1RegionalEndpointValue S3UsEast1RegionalEndpoint => S3UsEast1RegionalEndpointValue.Regional;

    public TimeSpan? ConnectTimeout => null;

    public TimeSpan? TlsNegotiationTimeout => null;

    public TimeSpan? TimeToFirstByteTimeout => null;

    public TimeSpan? HttpRequestTimeout => null;
}
