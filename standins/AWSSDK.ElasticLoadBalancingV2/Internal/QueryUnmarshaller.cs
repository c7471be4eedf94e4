using System.Net;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.ElasticLoadBalancingV2.Internal;

/// <summary>Reads a response of AWS's Query protocol.</summary>
internal sealed class QueryUnmarshaller<TResponse>(Action<TResponse, XmlUnmarshallerContext, int> read) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        var response = new TResponse();
        context.Read();
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth))
        {
            if (context.IsStartElement && context.TestExpression("ResponseMetadata", depth + 1))
            {
                response.ResponseMetadata = ResponseMetadataUnmarshaller.Instance.Unmarshall(context);
            }
            else if (context.IsStartElement)
            {
                read(response, context, depth + 1);
            }
        }
        return response;
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(context);
        return error.Code switch
        {
            "HealthUnavailable" => new HealthUnavailableException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode),
            "InvalidTarget" => new InvalidTargetException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode),
            "TargetGroupNotFound" => new TargetGroupNotFoundException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode),
            "TooManyRegistrationsForTargetId" => new TooManyRegistrationsForTargetIdException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode),
            "TooManyTargets" => new TooManyTargetsException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode),
            _ => new AmazonElasticLoadBalancingV2Exception(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode),
        };
    }
}
