using Amazon.Runtime.Internal;

namespace Amazon.ElasticLoadBalancingV2.Internal;

/// <summary>What the SDK calls the service.</summary>
internal sealed class ServiceMetadata : IServiceMetadata
{
    public string ServiceId => "Elastic Load Balancing v2";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
