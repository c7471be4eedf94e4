using System.Text;

namespace Orchestrator.Cli.Init;

/// <summary>The first manifest of an application: a service on Fargate behind an Application Load Balancer, as closed as it can be.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Region">The region.</param>
/// <param name="Network">The VPC.</param>
internal sealed record NewManifest(string App, string Environment, string Region, FoundNetwork Network)
{
    /// <summary>Whether clients reach it at addresses that do not change.</summary>
    internal bool HasStaticAddresses { get; init; }

    /// <summary>The name that it is served at, over HTTPS and from everywhere; null for HTTP from within the VPC.</summary>
    internal string? DomainName { get; init; }

    /// <summary>The hosted zone of that name.</summary>
    internal string? ZoneId { get; init; }

    /// <summary>The text.</summary>
    internal string Text()
    {
        var isPublic = DomainName is not null && !HasStaticAddresses;
        var inside = Network.OfEachZone(isPublic: false) is { Count: > 1 } found ? found : Network.OfEachZone(isPublic: true);
        var tasksArePublic = inside[0].IsPublic;
        var front = isPublic ? Network.OfEachZone(isPublic: true) : inside;
        var text = new StringBuilder($$"""
            # A first manifest. docs/sections has every key, docs/manifest.md how a manifest is read.
            app: {{App}}
            environment: {{Environment}}
            region: {{Region}}

            # The VPC that everything is placed in; it exists already.
            network:
              vpcId: {{Network.VpcId}}
              cidrBlocks: [{{string.Join(", ", Network.CidrBlocks)}}]
              subnets:

            """);
        foreach (var subnet in Network.Subnets)
        {
            text.Append($"    {subnet.Name}: {{ id: {subnet.Id}, availabilityZone: {subnet.AvailabilityZone}, cidrBlock: {subnet.CidrBlock}, public: {(subnet.IsPublic ? "true" : "false")} }}\n");
        }
        if (DomainName is not null)
        {
            text.Append($$"""

                # The zone that has the name below it; it exists already.
                existingHostedZones:
                  main: { id: {{ZoneId}}, domainName: {{DomainName[(DomainName.IndexOf('.', StringComparison.Ordinal) + 1)..]}} }

                certificates:
                  {{App}}: { domainName: {{DomainName}}, zone: main }

                """);
        }
        text.Append($"""

            # Who may connect to the load balancer. It is closed but for what stands here; its way to the tasks is opened for it.
            securityGroups:

            """);
        text.Append(HasStaticAddresses ? $"  {App}: {{}}\n" : $"  {App}:\n    ingress:\n{Ingress(isPublic)}");
        text.Append($$"""

            # The tasks register themselves here, and get requests while /health answers with 200.
            targetGroups:
              {{App}}: { targetType: ip, port: 8080, healthCheck: { path: /health } }

            applicationLoadBalancers:
              {{App}}:
                internal: {{(isPublic ? "false" : "true")}}
                subnets: [{{Names(front)}}]
                securityGroups: [{{App}}]
                listeners:
            {{Listeners()}}

            """);
        if (HasStaticAddresses)
        {
            text.Append($$"""

                # A Network Load Balancer with an Elastic IP in each zone, in front of the other one. allowFrom: the networks of the clients.
                staticIpApplicationLoadBalancers:
                  {{App}}-edge:
                    mode: albTarget
                    internal: false
                    subnetMappings:
                {{string.Join('\n', Network.OfEachZone(isPublic: true).Select(subnet => $"      {subnet.Name}: {{ subnet: {subnet.Name} }}"))}}
                    applicationLoadBalancer: {{App}}
                    allowFrom: [{{(DomainName is null ? string.Join(", ", Network.CidrBlocks) : "0.0.0.0/0")}}]
                    ports:
                {{Ports()}}

                """);
        }
        text.Append($$"""

            ecsClusters:
              main: {}

            ecsServices:
              {{App}}:
                cluster: main
                subnets: [{{Names(inside)}}]
            {{(tasksArePublic ? "    assignPublicIp: true\n" : "")}}    desiredCount: 2
                targetGroups: [{ targetGroup: {{App}} }]
                taskDefinition:
                  cpu: 256
                  memoryMiB: 512
                  containers:
                    # Your image, which listens on 8080.
                    {{App}}: { image: "example/{{App}}:1.0", portMappings: [{ containerPort: 8080 }] }

            """);
        if (DomainName is not null)
        {
            text.Append($$"""

                records:
                  {{App}}: { name: {{DomainName}}, zone: main, alias: { loadBalancer: {{(isPublic ? App : $"{App}-edge")}} } }

                """);
        }
        return text.ToString();
    }

    private static string Names(IEnumerable<FoundSubnet> subnets) => string.Join(", ", subnets.Select(subnet => subnet.Name));

    private string Ingress(bool isPublic) => isPublic
        ? "      http: { port: 80, cidrIpv4: 0.0.0.0/0 }\n      https: { port: 443, cidrIpv4: 0.0.0.0/0 }\n"
        : string.Concat(Network.CidrBlocks.Select((block, index) => $"      http{(index == 0 ? "" : $"-{index + 1}")}: {{ port: 80, cidrIpv4: {block} }}\n"));

    private string Listeners() => DomainName is null
        ? $"      http: {{ port: 80, protocol: HTTP, defaultAction: {{ forward: {App} }} }}"
        : $$"""
                  http: { port: 80, protocol: HTTP, defaultAction: { redirect: { protocol: HTTPS, port: "443" } } }
                  https: { port: 443, protocol: HTTPS, certificate: {{App}}, defaultAction: { forward: {{App}} } }
            """;

    private string Ports() => DomainName is null
        ? "      http: { port: 80, healthCheck: { path: /health } }"
        : "      http: { port: 80, healthCheck: { path: /, matcher: \"301\" } }\n      https: { port: 443, healthCheck: { path: /health } }";
}
