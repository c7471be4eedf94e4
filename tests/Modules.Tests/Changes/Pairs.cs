namespace Orchestrator.Modules.Tests.Changes;

/// <summary>Settings that belong together, as manifests that differ in them alone: each is changed to each other one of its family.</summary>
internal static class Pairs
{
    private const string Head = """
        app: pairs
        environment: test
        region: eu-central-1
        network:
          vpcId: vpc-0a1b2c3d4e5f60718
          cidrBlocks: [10.0.0.0/16]
          subnets:
            private-a: { id: subnet-0a1b2c3d4e5f60003, availabilityZone: eu-central-1a, cidrBlock: 10.0.32.0/20, public: false }
            private-b: { id: subnet-0a1b2c3d4e5f60004, availabilityZone: eu-central-1b, cidrBlock: 10.0.48.0/20, public: false }

        """;

    /// <summary>The families by name. What the check refuses in them is no legal pair.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Families { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["target-group"] = [.. TargetGroups()],
        ["listener"] = [.. from protocols in new[] { ("TCP", "TCP"), ("TLS", "TCP"), ("TLS", "TLS"), ("UDP", "UDP"), ("TCP_UDP", "TCP_UDP") } select Listener(protocols.Item1, protocols.Item2)],
        ["service"] = [Service("awsvpc", "FARGATE", "ip"), Service("awsvpc", "EC2", "ip"), Service("bridge", "EC2", "instance"), Service("host", "EC2", "instance")],
        ["schedule"] = [.. from mechanism in new[] { "scheduler", "rule" } from schedule in new[] { "rate(5 minutes)", "cron(0 2 * * ? *)" } select Schedule(mechanism, schedule)],
    };

    private static IEnumerable<string> TargetGroups() =>
        from targetType in new[] { "instance", "ip", "lambda", "alb" }
        from protocol in new[] { "", "HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP" }
        from version in new[] { "", "HTTP1", "HTTP2", "GRPC" }
        select Head + $"targetGroups: {{ app: {{ targetType: {targetType}{(protocol is "" ? "" : $", protocol: {protocol}")}{(version is "" ? "" : $", protocolVersion: {version}")}{(targetType is "lambda" ? "" : ", port: 80")} }} }}\n";

    private static string Listener(string protocol, string groupProtocol) => Head + $$"""
        securityGroups: { edge: { description: Clients } }
        targetGroups: { app: { targetType: ip, protocol: {{groupProtocol}}, port: 80 } }
        networkLoadBalancers:
          edge:
            internal: true
            subnetMappings: { a: { subnet: private-a }, b: { subnet: private-b } }
            securityGroups: [edge]
            listeners:
              app: { port: 443, protocol: {{protocol}}, forward: app{{(protocol is "TLS" ? ", certificate: { arn: \"arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9\" }" : "")}} }

        """;

    private static string Service(string networkMode, string launchType, string targetType) => Head + $$"""
        securityGroups: { edge: { description: Clients }, tasks: { description: Tasks } }
        targetGroups: { app: { targetType: {{targetType}}, port: 80 } }
        applicationLoadBalancers:
          edge:
            internal: true
            subnets: [private-a, private-b]
            securityGroups: [edge]
            listeners: { http: { port: 80, protocol: HTTP, defaultAction: { forward: app } } }
        ecsServices:
          app:
            cluster: { arn: "arn:aws:ecs:eu-central-1:111122223333:cluster/main" }
            launchType: {{launchType}}
            {{(networkMode is "awsvpc" ? "subnets: [private-a, private-b]\n    securityGroups: [tasks]" : "instanceSecurityGroups: [tasks]")}}
            targetGroups: [{ targetGroup: app }]
            taskDefinition:
              networkMode: {{networkMode}}
              containers:
                app: { image: "httpd:2.4", memoryMiB: 128, user: root, readonlyRootFilesystem: false, portMappings: [{ containerPort: 80 }] }

        """;

    private static string Schedule(string mechanism, string schedule) => Head + $$"""
        scheduledTasks:
          nightly:
            mechanism: {{mechanism}}
            schedule: {{schedule}}
            cluster: { arn: "arn:aws:ecs:eu-central-1:111122223333:cluster/main" }
            subnets: [private-a]
            taskDefinition: { containers: { app: { image: "httpd:2.4" } } }

        """;
}
