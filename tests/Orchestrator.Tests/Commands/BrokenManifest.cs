namespace Orchestrator.Tests.Commands;

/// <summary>A manifest with a mistake of nearly every kind, one of them suppressed.</summary>
internal static class BrokenManifest
{
    internal const string Text = """
        app: Shop
        environment: test
        region: eu-central-1
        network:
          vpcId: vpc-0a1b2c3d4e5f60718
          subnets:
            public-a: { id: subnet-0a1b2c3d4e5f60001, availabilityZone: eu-central-1a, public: true }
            private-b: { id: subnet-0a1b2c3d4e5f60002, availabilityZone: eu-central-1b, public: false }
        securityGroups:
          access:
            description: 웹 서버
            ingress:
              ssh: { port: 22, cidrIpv4: 0.0.0.0/0 }
              http: { port: 80, cidrIpv4: 203.0.113.10/24 }
        targetGroups:
          app:
            targetType: ip
            port: "8080"
            helthCheck: { path: / }
        applicationLoadBalancers:
          web:
            internal: false
            subnets: [public-a, private-b]
            securityGroups: [acess]
            idleTimeoutSeconds: 4001
            listeners:
              https: { port: 443, protocol: HTTPS, defaultAction: { forward: api } }
        suppressions:
          - { rule: SG099, path: securityGroups.access.ingress.ssh, reason: Closed by the network ACL., expires: 2099-12-31 }
        """;
}
