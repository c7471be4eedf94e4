using Amazon.ElasticLoadBalancingV2.Internal;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>Calls Elastic Load Balancing, API version 2015-12-01.</summary>
public class AmazonElasticLoadBalancingV2Client : AmazonServiceClient
{
    private static readonly ServiceMetadata Metadata = new();

    private static readonly InvokeOptions Describe = new()
    {
        RequestMarshaller = new QueryMarshaller("DescribeTargetHealth"),
        ResponseUnmarshaller = new QueryUnmarshaller<DescribeTargetHealthResponse>(TargetHealthUnmarshaller.Read),
    };

    private static readonly InvokeOptions Register = new()
    {
        RequestMarshaller = new QueryMarshaller("RegisterTargets"),
        ResponseUnmarshaller = new QueryUnmarshaller<RegisterTargetsResponse>(static (_, _, _) => { }),
    };

    private static readonly InvokeOptions Deregister = new()
    {
        RequestMarshaller = new QueryMarshaller("DeregisterTargets"),
        ResponseUnmarshaller = new QueryUnmarshaller<DeregisterTargetsResponse>(static (_, _, _) => { }),
    };

    /// <summary>Takes the credentials from where the SDK looks for them.</summary>
    public AmazonElasticLoadBalancingV2Client(AmazonElasticLoadBalancingV2Config config) : base(config)
    {
    }

    /// <summary>Uses the credentials given.</summary>
    public AmazonElasticLoadBalancingV2Client(AWSCredentials credentials, AmazonElasticLoadBalancingV2Config clientConfig) : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <summary>Asks for the targets of a group and their health.</summary>
    public virtual Task<DescribeTargetHealthResponse> DescribeTargetHealthAsync(DescribeTargetHealthRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTargetHealthResponse>(request, Describe, cancellationToken);

    /// <summary>Adds targets to a group.</summary>
    public virtual Task<RegisterTargetsResponse> RegisterTargetsAsync(RegisterTargetsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RegisterTargetsResponse>(request, Register, cancellationToken);

    /// <summary>Takes targets out of a group.</summary>
    public virtual Task<DeregisterTargetsResponse> DeregisterTargetsAsync(DeregisterTargetsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeregisterTargetsResponse>(request, Deregister, cancellationToken);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new AuthenticationResolver());
    }
}
