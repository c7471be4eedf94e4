using Orchestrator.Diagram;
using Orchestrator.Modules.Diagrams;

namespace Orchestrator.Modules.Tests.Diagrams;

public sealed class ManifestDiagramTests
{
    private const string Shop = """
        securityGroups:
          edge:
            ingress: { https: { port: 443, cidrIpv4: 0.0.0.0/0 }, http: { port: 80, cidrIpv4: 0.0.0.0/0 } }
          inner: {}
        records:
          shop: { name: shop.example.com, zone: { id: Z0123456789ABCDEFGHIJ }, alias: { loadBalancer: edge }, routing: { weight: 90 } }
          shop-old: { name: shop.example.com, zone: { id: Z0123456789ABCDEFGHIJ }, type: A, values: [203.0.113.7], ttlSeconds: 60, routing: { weight: 10 } }
          mail: { name: example.com, zone: { id: Z0123456789ABCDEFGHIJ }, type: MX, values: [10 mail.example.com] }
        targetGroups:
          to-alb:
            targetType: alb
            port: 443
            healthCheck: { protocol: HTTPS, path: /health }
            targets:
              inner: { loadBalancer: inner }
          web: { targetType: ip, port: 8080, healthCheck: { path: /health }, targets: { one: { address: 10.0.48.10, port: 9090 }, two: { address: 10.0.64.10 } } }
          api: { targetType: ip, port: 8081 }
          api-next: { targetType: ip, port: 8081 }
          resize: { targetType: lambda, targets: { fn: { functionArn: "arn:aws:lambda:eu-central-1:111122223333:function:resize" } } }
        networkLoadBalancers:
          edge:
            internal: false
            elasticIps: true
            crossZone: false
            securityGroups: [edge]
            subnetMappings: { a: { subnet: public-a }, b: { subnet: public-b } }
            listeners:
              https: { port: 443, protocol: TCP, forward: to-alb }
        applicationLoadBalancers:
          inner:
            internal: true
            subnets: [private-a, private-b]
            securityGroups: [inner]
            listeners:
              http: { port: 80, protocol: HTTP, defaultAction: { redirect: { protocol: HTTPS, port: "443" } } }
              https:
                port: 443
                protocol: HTTPS
                certificate: { arn: "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-0000-1111-2222-333344445555" }
                defaultAction: { fixedResponse: { statusCode: 404 } }
                rules:
                  shop: { priority: 20, conditions: { hosts: [shop.example.com, www.example.com] }, action: { forward: web } }
                  api: { priority: 10, conditions: { hosts: [shop.example.com], paths: [/api/*], headers: { X-Version: ["2"] } }, action: { weightedForward: { targetGroups: [{ targetGroup: api, weight: 90 }, { targetGroup: api-next, weight: 10 }] } } }
                  images: { conditions: { paths: [/images/*], queryStrings: [{ anyOf: [{ key: size, value: small }] }], methods: [GET] }, action: { forward: resize } }
                  old: { priority: 30, conditions: { paths: [/old/*], sourceCidrs: [10.0.0.0/8] }, action: { redirect: { host: old.example.com, statusCode: HTTP_302 } } }
        """;

    [Fact]
    public Task The_path_of_traffic_is_drawn_from_the_internet_to_the_targets() => Verify(Mermaid.Of(Draw(Shop)), Snapshots.Settings);

    [Fact]
    public Task Services_are_behind_what_leads_to_them() => Verify(Mermaid.Of(Draw("""
        securityGroups: { inner: {} }
        ecsClusters: { main: {} }
        targetGroups:
          shop: { targetType: ip, port: 8080 }
        applicationLoadBalancers:
          web:
            internal: true
            subnets: [private-a, private-b]
            securityGroups: [inner]
            listeners:
              http: { port: 80, protocol: HTTP, defaultAction: { forward: shop } }
        ecsServices:
          shop:
            cluster: main
            subnets: [private-a]
            targetGroups: [{ targetGroup: shop, containerPort: 8080 }]
            taskDefinition: { containers: { app: { image: "example/shop:1.4", portMappings: [{ containerPort: 8080 }] } } }
        loadBalancedFargateServices:
          api:
            cluster: main
            image: example/api:2.0
            port: 9090
            subnets: [private-a]
            rule: { listener: web.http, conditions: { paths: [/api/*] } }
          site:
            cluster: main
            image: example/site:1.0
            port: 3000
            subnets: [private-a]
            loadBalancer: { subnets: [public-a, public-b], allowFrom: [203.0.113.0/24] }
        """)), Snapshots.Settings);

    [Fact]
    public void Every_arrow_leads_from_a_node_to_a_node()
    {
        var diagram = Draw(Shop);
        var ids = diagram.Nodes.Select(node => node.Id).ToHashSet();

        Assert.All(diagram.Edges, edge => Assert.Subset(ids, new HashSet<string> { edge.From, edge.To }));
    }

    [Fact]
    public void Everything_is_reached_from_where_traffic_comes_from()
    {
        var diagram = Draw(Shop);

        Assert.All(diagram.Nodes.Where(node => node.Kind != TrafficKind.Internet), node => Assert.Contains(diagram.Edges, edge => edge.To == node.Id));
    }

    [Fact]
    public void Rules_stand_in_the_order_in_which_they_are_tried() =>
        Assert.Equal(["10: api", "20: shop", "30: old", "24673: images"], Draw(Shop).Nodes.Where(node => node.Kind == TrafficKind.Rule).Select(node => node.Label.Split('\n')[0]));

    [Fact]
    public void An_internal_load_balancer_that_nothing_leads_to_is_reached_from_inside_the_vpc()
    {
        var diagram = Draw("applicationLoadBalancers: { web: { internal: true, subnets: [private-a, private-b], securityGroups: [{ id: sg-0a1b2c3d4e5f60718 }] } }");

        Assert.Equal(["inside the VPC", "web\ninternal ALB\nin sg-0a1b2c3d4e5f60718"], diagram.Nodes.Select(node => node.Label));
    }

    [Theory]
    [InlineData("http: { port: 80, cidrIpv4: 0.0.0.0/0 }", "anyone")]
    [InlineData("http: { port: 80, cidrIpv4: 203.0.113.10/32 }, https: { port: 443, cidrIpv4: 203.0.113.10/32 }", "203.0.113.10/32")]
    [InlineData("a: { port: 80, cidrIpv4: 10.0.0.0/24 }, b: { port: 80, cidrIpv4: 10.0.1.0/24 }, c: { port: 80, cidrIpv4: 10.0.2.0/24 }, d: { port: 80, cidrIpv4: 10.0.3.0/24 }", "4 peers")]
    [InlineData("", null)]
    public void Who_may_connect_is_written_beside_the_arrow(string ingress, string? label) =>
        Assert.Equal(label, Assert.Single(Draw($"securityGroups: {{ access: {{ ingress: {{ {ingress} }} }} }}\napplicationLoadBalancers: {{ web: {{ internal: false, subnets: [public-a, public-b], securityGroups: [access] }} }}").Edges).Label);

    [Fact]
    public void A_migration_shows_the_share_of_each_end()
    {
        var diagram = Draw("""
            weightedMigrations:
              shop:
                name: shop.example.com
                zone: { id: Z0123456789ABCDEFGHIJ }
                old: { dnsName: old.eu-central-1.elb.amazonaws.com, zoneId: Z215JYRZR1TBD5 }
                new: { loadBalancer: web }
                newPercent: 25
            applicationLoadBalancers: { web: { internal: false, subnets: [public-a, public-b], securityGroups: [{ id: sg-0a1b2c3d4e5f60718 }] } }
            """);

        Assert.Equal([(null, "shop.example.com"), ("75 %", "old.eu-central-1.elb.amazonaws.com\nelsewhere"), ("25 %", "web\nALB\nin sg-0a1b2c3d4e5f60718")], diagram.Edges.Select(edge => (edge.Label, diagram.Nodes.Single(node => node.Id == edge.To).Label)));
    }

    [Fact]
    public void What_exists_already_is_drawn_too()
    {
        var diagram = Draw("""
            existingApplicationLoadBalancers:
              shared:
                arn: arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shared/50dc6c495c0c9188
                existingListeners:
                  https:
                    arn: arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2
                    protocol: HTTPS
                    rules:
                      api: { priority: 5, conditions: { paths: [/api] }, action: { forward: { arn: "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/api/943f017f100becff" } } }
            """);

        Assert.Equal(["shared\nexisting ALB", "https\nexisting HTTPS", "5: api\npath /api", "api\nexisting"], diagram.Nodes.Select(node => node.Label));
    }

    private static TrafficDiagram Draw(string fragment)
    {
        var manifest = Manifests.Read(fragment);
        Assert.False(manifest.HasErrors, string.Join('\n', Manifests.Lines(manifest)));
        return ManifestDiagram.Of(manifest);
    }
}
