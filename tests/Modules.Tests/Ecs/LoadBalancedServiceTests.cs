using HashiCorp.Cdktf;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Ecs;

[Collection(nameof(Jsii))]
public sealed class LoadBalancedServiceTests
{
    private const string Services = """
        ecsClusters:
          main: { autoScalingGroups: { nodes: { instanceType: t3.small, subnets: [private-a, private-b], maxSize: 3 } } }
        applicationLoadBalancers:
          web:
            internal: true
            subnets: [private-a, private-b]
            securityGroups: [{ id: sg-0a1b2c3d4e5f60718 }]
            listeners:
              http: { port: 80, protocol: HTTP, defaultAction: { fixedResponse: { statusCode: 404 } } }
        loadBalancedFargateServices:
          site:
            cluster: main
            image: example/site:1.0
            port: 3000
            subnets: [private-a, private-b]
            loadBalancer:
              internal: true
              subnets: [private-a, private-b]
              allowFrom: [10.0.0.0/16]
              certificate: { arn: "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9" }
        loadBalancedEc2Services:
          api:
            cluster: main
            image: example/api:2.0
            port: 9090
            memoryMiB: 128
            capacityProviders: [{ provider: nodes }]
            rule: { listener: web.http, conditions: { paths: [/api/*] } }
        """;

    [Fact]
    public void A_manifest_declares_what_the_constructs_do()
    {
        var manifest = Manifests.Read(Services);
        var parts = manifest.Model.Declarations.Where(declaration => declaration.Written is not null).Select(Described).ToList();
        var stack = new ManifestStack(new App(new AppConfig { StackTraces = false }), manifest);

        Assert.Equal(
            [
                "TargetGroupProps site", "SecurityGroupProps site_load_balancer", "SecurityGroupRuleProps site_load_balancer_http-10-0-0-0-16", "SecurityGroupRuleProps site_load_balancer_https-10-0-0-0-16",
                "ApplicationLoadBalancerProps site", "ApplicationListenerProps site_http", "ApplicationListenerProps site_https", "EcsServiceProps site", "TaskDefinitionProps site_",
                "TargetGroupProps api", "ApplicationListenerRuleProps api", "EcsServiceProps api", "TaskDefinitionProps api_",
            ],
            parts);
        Assert.Subset(StackModel.Of(stack).Model.Declarations.Select(Described).ToHashSet(), parts.ToHashSet());
    }

    [Theory]
    [InlineData("port: 3000", "port: 0", "loadBalancedFargateServices.site.port")]
    [InlineData("image: example/site:1.0", "image: Example", "loadBalancedFargateServices.site.image")]
    [InlineData("memoryMiB: 128", "memoryMiB: 5", "loadBalancedEc2Services.api.memoryMiB")]
    [InlineData("[10.0.0.0/16]", "[10.0.0.0/16, 10.1.0.1/16]", "loadBalancedFargateServices.site.loadBalancer.allowFrom[1]")]
    [InlineData("paths: [/api/*]", "paths: [\"?\"]", "loadBalancedEc2Services.api.rule.conditions.paths[0]")]
    public void A_mistake_has_the_place_where_it_was_written_and_is_told_once(string text, string mistake, string path) =>
        Assert.Equal(path, Assert.Single(Manifests.Read(Services.Replace(text, mistake, StringComparison.Ordinal)).Findings).Path);

    private static string Described(Declaration declaration) => $"{declaration.Props.GetType().Name} {declaration.LogicalId}";
}
