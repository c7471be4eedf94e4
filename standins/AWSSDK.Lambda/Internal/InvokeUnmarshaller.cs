using System.Net;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Lambda.Internal;

/// <summary>Reads the answer to an invocation.</summary>
internal sealed class InvokeUnmarshaller : JsonResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        var payload = new MemoryStream();
        context.Stream.CopyTo(payload);
        payload.Position = 0;
        return new InvokeResponse
        {
            Payload = payload,
            StatusCode = (int)context.ResponseData.StatusCode,
            FunctionError = Header(context, "X-Amz-Function-Error"),
            ExecutedVersion = Header(context, "X-Amz-Executed-Version"),
        };
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(context.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return error.Code switch
        {
            "ResourceNotFoundException" => new ResourceNotFoundException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode),
            "TooManyRequestsException" => new TooManyRequestsException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode),
            _ => new AmazonLambdaException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode),
        };
    }

    private static string? Header(JsonUnmarshallerContext context, string name) => context.ResponseData.IsHeaderPresent(name) ? context.ResponseData.GetHeaderValue(name) : null;
}
