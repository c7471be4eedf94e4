using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.ElasticLoadBalancingV2.Internal;

/// <summary>Reads the result of DescribeTargetHealth.</summary>
internal static class TargetHealthUnmarshaller
{
    internal static void Read(DescribeTargetHealthResponse response, XmlUnmarshallerContext context, int depth)
    {
        if (context.TestExpression("DescribeTargetHealthResult/TargetHealthDescriptions/member", depth))
        {
            (response.TargetHealthDescriptions ??= []).Add(Member(context));
        }
    }

    private static TargetHealthDescription Member(XmlUnmarshallerContext context)
    {
        var member = new TargetHealthDescription();
        var depth = context.CurrentDepth;
        while (context.ReadAtDepth(depth))
        {
            if (context.IsStartElement)
            {
                ReadMember(member, context, depth + 1);
            }
        }
        return member;
    }

    private static void ReadMember(TargetHealthDescription member, XmlUnmarshallerContext context, int depth)
    {
        if (context.TestExpression("HealthCheckPort", depth))
        {
            member.HealthCheckPort = Text(context);
        }
        else if (context.TestExpression("Target/AvailabilityZone", depth))
        {
            member.Target.AvailabilityZone = Text(context);
        }
        else if (context.TestExpression("Target/Id", depth))
        {
            member.Target.Id = Text(context);
        }
        else if (context.TestExpression("Target/Port", depth))
        {
            member.Target.Port = IntUnmarshaller.Instance.Unmarshall(context);
        }
        else if (context.TestExpression("TargetHealth/State", depth))
        {
            member.TargetHealth.State = Text(context);
        }
        else if (context.TestExpression("TargetHealth/Reason", depth))
        {
            member.TargetHealth.Reason = Text(context);
        }
        else if (context.TestExpression("TargetHealth/Description", depth))
        {
            member.TargetHealth.Description = Text(context);
        }
    }

    private static string Text(XmlUnmarshallerContext context) => StringUnmarshaller.Instance.Unmarshall(context);
}
