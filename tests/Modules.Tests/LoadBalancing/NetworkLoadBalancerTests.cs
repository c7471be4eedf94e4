using System.Text.Json.Nodes;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.LoadBalancing;

[Collection(nameof(Jsii))]
public sealed class NetworkLoadBalancerTests
{
    [Fact]
    public void Elastic_ips_are_called_after_their_zones_and_kept()
    {
        var addresses = Edge("a: { subnet: public-a }, b: { subnet: public-b }")["aws_eip"]!.AsObject();

        Assert.Equal(["edge_eu-central-1a", "edge_eu-central-1b"], addresses.Select(address => address.Key).Order(StringComparer.Ordinal));
        Assert.All(addresses, address => Assert.True((bool?)address.Value!["lifecycle"]!["prevent_destroy"]));
    }

    [Fact]
    public void A_mapping_with_another_name_or_subnet_of_the_zone_keeps_its_address() =>
        Assert.Equal(
            Edge("a: { subnet: public-a }")["aws_eip"]!.ToJsonString(),
            Edge("other: { subnet: public-a2 }")["aws_eip"]!.ToJsonString());

    [Fact]
    public void A_load_balancer_behind_it_is_registered_once_it_listens()
    {
        var resources = Synthesized.Resources(Synthesized.Text(Manifests.Read("""
            targetGroups:
              inner: { targetType: alb, port: 443, targets: { inner: { loadBalancer: inner } } }
            applicationLoadBalancers:
              inner:
                internal: true
                subnets: [private-a, private-b]
                securityGroups: [{ id: sg-0a1b2c3d4e5f60718 }]
                listeners:
                  http: { port: 80, protocol: HTTP, defaultAction: { fixedResponse: { statusCode: 404 } } }
                  https: { port: 443, protocol: HTTPS, certificate: { arn: "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d" }, defaultAction: { fixedResponse: { statusCode: 404 } } }
            networkLoadBalancers:
              edge:
                internal: false
                subnetMappings: { a: { subnet: public-a } }
                securityGroups: [{ id: sg-0a1b2c3d4e5f60719 }]
                crossZone: true
                listeners:
                  https: { port: 443, protocol: TCP, forward: inner }
            """)));

        Assert.Equal("""["aws_lb_listener.inner_https"]""", resources["aws_lb_target_group_attachment"]!["inner_inner"]!["depends_on"]!.ToJsonString());
    }

    private static JsonObject Edge(string mappings) => Synthesized.Resources(Synthesized.Text(Manifests.Read($$"""
        networkLoadBalancers:
          edge:
            internal: false
            subnetMappings: { {{mappings}} }
            elasticIps: true
            securityGroups: [{ id: sg-0a1b2c3d4e5f60718 }]
            crossZone: true
        """)));
}
