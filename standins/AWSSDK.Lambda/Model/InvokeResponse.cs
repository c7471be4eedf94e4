using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>What a function answered.</summary>
public class InvokeResponse : AmazonWebServiceResponse
{
    /// <summary>The version that ran.</summary>
    public string? ExecutedVersion { get; set; }

    /// <summary>Set where the function failed: the payload then tells how.</summary>
    public string? FunctionError { get; set; }

    /// <summary>The answer.</summary>
    public MemoryStream? Payload { get; set; }

    /// <summary>The HTTP status code.</summary>
    public int? StatusCode { get; set; }
}
