using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>A request to the service.</summary>
public abstract class AmazonLambdaRequest : AmazonWebServiceRequest;
