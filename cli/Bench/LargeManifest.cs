using System.Text;

namespace Orchestrator.Cli.Bench;

/// <summary>A manifest as large as a stack gets: what checking is to be quick at.</summary>
internal static class LargeManifest
{
    private const int LoadBalancers = 4;
    private const int PerLoadBalancer = 50;
    private const int Records = 50;

    /// <summary>How much it declares, in words.</summary>
    internal const string Size = "200 target groups, 200 rules, 50 records";

    /// <summary>Its text, without anything to find.</summary>
    internal static string Text()
    {
        var text = new StringBuilder("""
            app: large
            environment: bench
            region: eu-central-1
            network:
              vpcId: vpc-0a1b2c3d4e5f60718
              cidrBlocks: [10.0.0.0/16]
              subnets:
                a: { id: subnet-0a1b2c3d4e5f60001, availabilityZone: eu-central-1a, cidrBlock: 10.0.0.0/20, public: false }
                b: { id: subnet-0a1b2c3d4e5f60002, availabilityZone: eu-central-1b, cidrBlock: 10.0.16.0/20, public: false }
            securityGroups:
              inner: { description: The internal load balancers, ingress: { https: { port: 443, cidrIpv4: 10.0.0.0/16 } } }
            targetGroups:

            """);
        foreach (var service in Services().SelectMany(services => services))
        {
            text.Append($"  {service}: {{ targetType: ip, port: 8080, healthCheck: {{ path: /health/{service}, intervalSeconds: 10, timeoutSeconds: 5 }} }}\n");
        }
        text.Append("applicationLoadBalancers:\n");
        foreach (var (number, services) in Services().Index())
        {
            AppendLoadBalancer(text, number, services);
        }
        text.Append("records:\n");
        foreach (var number in Enumerable.Range(0, Records))
        {
            text.Append($"  record-{number}: {{ name: service-{number % LoadBalancers}-{number}.example.com, zone: {{ id: Z0123456789ABCDEFGHIJ }}, alias: {{ loadBalancer: balancer-{number % LoadBalancers} }} }}\n");
        }
        return text.ToString();
    }

    private static IEnumerable<IReadOnlyList<string>> Services() =>
        Enumerable.Range(0, LoadBalancers).Select(balancer => (IReadOnlyList<string>)[.. Enumerable.Range(0, PerLoadBalancer).Select(number => $"service-{balancer}-{number}")]);

    private static void AppendLoadBalancer(StringBuilder text, int number, IReadOnlyList<string> services)
    {
        text.Append($$"""
              balancer-{{number}}:
                internal: true
                subnets: [a, b]
                securityGroups: [inner]
                listeners:
                  https:
                    port: 443
                    protocol: HTTPS
                    certificate: { arn: "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-0000-1111-2222-333344445555" }
                    defaultAction: { fixedResponse: { statusCode: 404 } }
                    rules:

            """);
        foreach (var (index, service) in services.Index())
        {
            text.Append($"          {service}: {{ priority: {index + 1}, conditions: {{ hosts: [{service}.example.com], paths: [/api/*] }}, action: {{ forward: {service} }} }}\n");
        }
    }
}
