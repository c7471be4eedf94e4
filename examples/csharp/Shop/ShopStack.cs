using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;
using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Instances;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.State;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.TargetGroups;

namespace Shop;

/// <summary>A shop on an instance behind an Application Load Balancer, with a certificate and a name.</summary>
public sealed class ShopStack : TerraformStack
{
    private const string Vpc = "vpc-0a1b2c3d4e5f60718";

    private static readonly Subnet PublicA = new() { Id = "subnet-0a1b2c3d4e5f60001", AvailabilityZone = "eu-central-1a", Public = true };
    private static readonly Subnet PublicB = new() { Id = "subnet-0a1b2c3d4e5f60002", AvailabilityZone = "eu-central-1b", Public = true };
    private static readonly Subnet PrivateA = new() { Id = "subnet-0a1b2c3d4e5f60004", AvailabilityZone = "eu-central-1a", Public = false };

    /// <summary>Makes the stack and everything in it.</summary>
    public ShopStack(Construct scope, string id)
        : base(scope, id)
    {
        // Terraform from 1.10 and the AWS provider in the range that the stack needs, in place of the one version that CDKTF pins.
        TerraformSettings.Apply(this, id, new BackendProps { Local = new() });
        new AwsProvider(this, "aws", new AwsProviderConfig { Region = "eu-central-1" });

        var zone = new ExistingHostedZone("Z0123456789ABCDEFGHIJ") { Name = "example.com" };
        var access = new SecurityGroup(this, "access", new() { VpcId = Vpc });
        access.Connections.AllowFromIpv4("203.0.113.0/24", PortRange.Tcp(443), "https");
        var inside = new SecurityGroup(this, "inside", new() { VpcId = Vpc });
        var certificate = new Certificate(this, "shop", new() { DomainName = "shop.example.com", Zone = zone });
        var server = new Instance(this, "server", new() { InstanceType = "t3.micro", Subnet = PrivateA, SecurityGroups = [inside] });
        var app = new TargetGroup(this, "app", new()
        {
            TargetType = TargetType.Instance,
            Port = 8080,
            VpcId = Vpc,
            Targets = new Dictionary<string, TargetProps> { ["server"] = new() { Instance = server } },
        });
        var web = new ApplicationLoadBalancer(this, "web", new() { Internal = false, Subnets = [PublicA, PublicB], SecurityGroups = [access] });
        var https = web.AddListener("https", new()
        {
            Port = 443,
            Protocol = ApplicationProtocol.Https,
            Certificate = certificate,
            DefaultAction = ListenerAction.Respond(404),
        });
        https.AddRule("shop", new() { Conditions = new() { Hosts = ["shop.example.com"] }, Action = ListenerAction.ForwardTo(app) });
        new DnsRecord(this, "shop-alias", new() { Name = "shop.example.com", Zone = zone, Alias = new() { LoadBalancer = web } });
    }
}
