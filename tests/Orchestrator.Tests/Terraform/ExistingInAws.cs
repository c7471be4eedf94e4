using System.Collections.Concurrent;
using System.Collections.Specialized;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using Orchestrator.Lambda.Tests.Network;

namespace Orchestrator.Tests.Terraform;

/// <summary>
/// What data sources ask EC2 and Elastic Load Balancing about, on loopback. Subnets whose ids end in 1, 2 and 3 are in the zones a, b and c, with the blocks
/// 10.0.1.0/24, 10.0.2.0/24 and 10.0.3.0/24; load balancers are internal Application Load Balancers; target groups have addresses, or instances where their ARN says so.
/// </summary>
internal sealed class ExistingInAws : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    internal ExistingInAws() => _server = new LoopbackServer((context, body) =>
    {
        var parameters = HttpUtility.ParseQueryString(Encoding.UTF8.GetString(body));
        var (action, service) = (parameters["Action"]!, context.Request.Headers["Authorization"]!.Split('/')[3]);
        Asked[$"{service}:{action}"] = true;
        context.Response.ContentType = "text/xml";
        return LoopbackServer.WriteAsync(context, Answer(service, action, parameters));
    });

    /// <summary>The actions of IAM that were used.</summary>
    internal IEnumerable<string> Actions => Asked.Keys.Order(StringComparer.Ordinal);

    /// <summary>The zone of every subnet; that of its id unless set.</summary>
    internal string? Zone { get; init; }

    /// <summary>The type of a target group's targets; that of its ARN unless set.</summary>
    internal string? TargetType { get; init; }

    /// <summary>Seconds after which a load balancer closes an idle connection.</summary>
    internal int IdleTimeout { get; init; } = 60;

    /// <summary>Whether load balancers are internal or internet-facing.</summary>
    internal string Scheme { get; init; } = "internal";

    /// <summary>The VPC of load balancers.</summary>
    internal string VpcId { get; init; } = "vpc-0a1b2c3d4e5f60718";

    private ConcurrentDictionary<string, bool> Asked { get; } = [];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Has the provider of a directory ask here.</summary>
    internal void WriteEndpoints(string directory)
    {
        var endpoints = new JsonObject { ["ec2"] = $"http://{_server.Authority}", ["elbv2"] = $"http://{_server.Authority}" };
        var provider = new JsonObject { ["provider"] = new JsonObject { ["aws"] = new JsonArray(new JsonObject { ["endpoints"] = new JsonArray(endpoints) }) } };
        File.WriteAllText(Path.Combine(directory, "endpoints_override.tf.json"), provider.ToJsonString());
    }

    private string Answer(string service, string action, NameValueCollection parameters) => service == "ec2"
        ? $"""<{action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><subnetSet>{Subnet(parameters["SubnetId.1"]!)}</subnetSet></{action}Response>"""
        : $"""<{action}Response xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"><{action}Result>{Balancing(action, parameters)}</{action}Result></{action}Response>""";

    private string Subnet(string id)
    {
        var number = int.Parse(id[^1..], CultureInfo.InvariantCulture);
        return $"<item><subnetId>{id}</subnetId><state>available</state><vpcId>{VpcId}</vpcId><cidrBlock>10.0.{number}.0/24</cidrBlock><availabilityZone>{Zone ?? $"eu-central-1{"-abc"[number]}"}</availabilityZone></item>";
    }

    private string Balancing(string action, NameValueCollection parameters) => action switch
    {
        "DescribeLoadBalancers" => $"<LoadBalancers><member><LoadBalancerArn>{parameters["LoadBalancerArns.member.1"]}</LoadBalancerArn><Type>application</Type><Scheme>{Scheme}</Scheme><VpcId>{VpcId}</VpcId><State><Code>active</Code></State></member></LoadBalancers>",
        "DescribeLoadBalancerAttributes" => $"<Attributes><member><Key>idle_timeout.timeout_seconds</Key><Value>{IdleTimeout}</Value></member></Attributes>",
        "DescribeTargetGroups" => $"<TargetGroups><member><TargetGroupArn>{parameters["TargetGroupArns.member.1"]}</TargetGroupArn><TargetGroupName>shop</TargetGroupName><TargetType>{TargetType ?? (parameters["TargetGroupArns.member.1"]!.Contains("instances", StringComparison.Ordinal) ? "instance" : "ip")}</TargetType><Protocol>HTTP</Protocol><Port>80</Port></member></TargetGroups>",
        "DescribeTargetGroupAttributes" => "<Attributes/>",
        "DescribeTags" => $"<TagDescriptions><member><ResourceArn>{parameters["ResourceArns.member.1"]}</ResourceArn><Tags/></member></TagDescriptions>",
        _ => throw new InvalidOperationException($"nobody asks {action}"),
    };
}
