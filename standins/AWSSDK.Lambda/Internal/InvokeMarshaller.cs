using System.Globalization;
using System.Text;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Lambda.Internal;

/// <summary>Writes an invocation as the service's REST protocol wants it.</summary>
internal sealed class InvokeMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var invocation = (InvokeRequest)input;
        if (string.IsNullOrEmpty(invocation.FunctionName))
        {
            throw new AmazonLambdaException("Request object does not have required field FunctionName set");
        }
        var content = Encoding.UTF8.GetBytes(invocation.Payload ?? "");
        IRequest request = new DefaultRequest(input, "Amazon.Lambda") { HttpMethod = "POST", ResourcePath = "/2015-03-31/functions/{FunctionName}/invocations", UseQueryString = true };
        request.AddPathResource("{FunctionName}", invocation.FunctionName);
        request.ContentStream = new MemoryStream(content);
        request.Headers["Content-Type"] = "application/json";
        request.Headers["Content-Length"] = content.Length.ToString(CultureInfo.InvariantCulture);
        if (invocation.InvocationType is not null)
        {
            request.Headers["X-Amz-Invocation-Type"] = invocation.InvocationType;
        }
        if (invocation.Qualifier is not null)
        {
            request.Parameters.Add("Qualifier", invocation.Qualifier);
        }
        return request;
    }
}
