namespace Amazon.Lambda.Model;

/// <summary>Invokes a function.</summary>
public class InvokeRequest : AmazonLambdaRequest
{
    /// <summary>The function's name, its ARN, or a part of the ARN.</summary>
    public string? FunctionName { get; set; }

    /// <summary>Whether to wait for the answer.</summary>
    public InvocationType? InvocationType { get; set; }

    /// <summary>The event, as JSON.</summary>
    public string? Payload { get; set; }

    /// <summary>A version or an alias.</summary>
    public string? Qualifier { get; set; }
}
