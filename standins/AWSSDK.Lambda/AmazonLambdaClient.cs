using Amazon.ElasticLoadBalancingV2.Internal;
using Amazon.Lambda.Internal;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Lambda;

/// <summary>Calls AWS Lambda, API version 2015-03-31.</summary>
public class AmazonLambdaClient : AmazonServiceClient
{
    private static readonly LambdaMetadata Metadata = new();
    private static readonly InvokeOptions Options = new() { RequestMarshaller = new InvokeMarshaller(), ResponseUnmarshaller = new InvokeUnmarshaller() };

    /// <summary>Takes the credentials from where the SDK looks for them.</summary>
    public AmazonLambdaClient(AmazonLambdaConfig config) : base(config)
    {
    }

    /// <summary>Uses the credentials given.</summary>
    public AmazonLambdaClient(AWSCredentials credentials, AmazonLambdaConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <summary>Invokes a function.</summary>
    public virtual Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<InvokeResponse>(request, Options, cancellationToken);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new AuthenticationResolver());
    }
}
