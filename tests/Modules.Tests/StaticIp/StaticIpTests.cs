using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Functions;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.StaticIp;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Tests.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.StaticIp;

[Collection(nameof(Jsii))]
public sealed class StaticIpTests
{
    private const string Vpc = "vpc-0a1b2c3d4e5f60718";
    private static readonly Subnet PublicA = new() { Id = "subnet-0a1b2c3d4e5f60001", AvailabilityZone = "eu-central-1a", Public = true };
    private static readonly Subnet PublicB = new() { Id = "subnet-0a1b2c3d4e5f60002", AvailabilityZone = "eu-central-1b", Public = true };
    private static readonly Subnet PrivateA = new() { Id = "subnet-0a1b2c3d4e5f60004", AvailabilityZone = "eu-central-1a", Public = false };
    private static readonly Subnet PrivateB = new() { Id = "subnet-0a1b2c3d4e5f60005", AvailabilityZone = "eu-central-1b", Public = false };

    [Theory]
    [InlineData("albTarget", StaticIpMode.AlbTarget)]
    [InlineData("lambdaSync", StaticIpMode.LambdaSync)]
    public void Csharp_and_a_manifest_give_the_same_resources(string spelling, StaticIpMode mode)
    {
        var manifest = Manifests.Read($$"""
            securityGroups:
              inside: {}
            applicationLoadBalancers:
              web:
                internal: true
                subnets: [private-a, private-b]
                securityGroups: [inside]
                listeners:
                  http: { port: 80, protocol: HTTP, defaultAction: { fixedResponse: { statusCode: 404 } } }
            staticIpApplicationLoadBalancers:
              edge:
                mode: {{spelling}}
                internal: false
                subnetMappings:
                  a: { subnet: public-a }
                  b: { subnet: public-b }
                applicationLoadBalancer: web
                allowFrom: [203.0.113.0/24]
                ports:
                  http: { port: 80 }
                migration:
                  name: shop.example.com
                  zone: { id: Z0123456789ABCDEFGHIJ }
                  old: { dnsName: old-1234567890.eu-central-1.elb.amazonaws.com, zoneId: Z215JYRZR1TBD5 }
                  newPercent: 10
            """);

        var composed = Synthesized.Stack(stack =>
        {
            var inside = new SecurityGroup(stack, "inside", new() { VpcId = Vpc });
            var web = new ApplicationLoadBalancer(stack, "web", new()
            {
                Internal = true,
                Subnets = [PrivateA, PrivateB],
                SecurityGroups = [inside],
                Listeners = new Dictionary<string, ApplicationListenerProps>
                {
                    ["http"] = new() { Port = 80, Protocol = ApplicationProtocol.Http, DefaultAction = ListenerAction.Respond(404) },
                },
            });
            new StaticIpApplicationLoadBalancer(stack, "edge", Edge(web) with
            {
                Mode = mode,
                Migration = new()
                {
                    Name = "shop.example.com",
                    Zone = new ExistingHostedZone("Z0123456789ABCDEFGHIJ"),
                    Old = new() { DnsName = "old-1234567890.eu-central-1.elb.amazonaws.com", ZoneId = "Z215JYRZR1TBD5" },
                    NewPercent = 10,
                },
            }, Synthesized.Package);
        }, "shop-test");

        Assert.Equal(WithoutPackage(Synthesized.Resources(Synthesized.Text(manifest))), WithoutPackage(composed));
    }

    [Fact]
    public void It_does_not_matter_whether_the_load_balancer_is_made_before_or_after_its_static_addresses()
    {
        var after = Synthesized.Stack(stack => AddWith(stack, new ExistingApplicationLoadBalancer(stack, "web", Existing)));
        var before = Synthesized.Stack(stack =>
        {
            AddWith(stack, new Reference());
            new ExistingApplicationLoadBalancer(stack, "web", Existing);
        });

        Assert.Equal(Synthesized.Sorted(after), Synthesized.Sorted(before));
        Assert.Equal("sg-0a1b2c3d4e5f60718", (string?)Assert.Single(after["aws_vpc_security_group_egress_rule"]!.AsObject()).Value!["referenced_security_group_id"]);
    }

    [Fact]
    public void What_breaks_rules_in_csharp_fails_the_synthesis_with_the_findings_of_the_parts_too()
    {
        var exception = Assert.ThrowsAny<Exception>(() => Synthesized.Stack(stack =>
        {
            var web = new ExistingApplicationLoadBalancer(stack, "web", Existing);
            new StaticIpApplicationLoadBalancer(stack, "edge", Edge(web) with
            {
                PreserveClientIp = false,
                Ports = new Dictionary<string, StaticIpPortProps> { ["http"] = new() { Port = 80, HealthCheck = new() { IntervalSeconds = 301 } } },
            });
        }));

        Assert.Contains("error SYNC262 composed/edge.preserveClientIp cannot be off with albTarget: got false", exception.Message, StringComparison.Ordinal);
        Assert.Contains("error TG045 composed/_edge/edge_http.healthCheck.intervalSeconds is out of range: got 301", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_function_is_told_how_often_it_runs()
    {
        var resources = Synthesized.Stack(stack => new StaticIpApplicationLoadBalancer(
            stack,
            "edge",
            Edge(new ExistingApplicationLoadBalancer(stack, "web", Existing)) with { Mode = StaticIpMode.LambdaSync, Sync = new() { IntervalMinutes = 5 } },
            Synthesized.Package));

        Assert.Equal("300", (string?)resources["aws_lambda_function"]!.AsObject().Single().Value!["environment"]!["variables"]!["SYNC_INTERVAL_SECONDS"]);
        Assert.Equal("rate(5 minutes)", (string?)resources["aws_scheduler_schedule"]!.AsObject().Single().Value!["schedule_expression"]);
    }

    [Fact]
    public void The_csharp_of_the_page_is_compiled_and_run()
    {
        var resources = Synthesized.Stack(stack =>
        {
            var (web, package) = (new ExistingApplicationLoadBalancer(stack, "web", Existing), Synthesized.Package);
            var edge = new StaticIpApplicationLoadBalancer(stack, "edge", new()
            {
                Mode = StaticIpMode.LambdaSync,
                VpcId = Vpc,
                Internal = false,
                SubnetMappings = new Dictionary<string, SubnetMappingProps> { ["a"] = new() { Subnet = PublicA }, ["b"] = new() { Subnet = PublicB } },
                ApplicationLoadBalancer = web,
                AllowFrom = ["203.0.113.0/24"],
                Ports = new Dictionary<string, StaticIpPortProps> { ["http"] = new() { Port = 80 } },
            }, package);
            new DnsRecord(stack, "shop", new() { Name = "shop.example.com", Zone = new ExistingHostedZone("Z0123456789ABCDEFGHIJ"), Alias = new() { LoadBalancer = edge } });
        });

        Assert.Equal("${aws_lb.edge.dns_name}", (string?)resources["aws_route53_record"]!["shop"]!["alias"]!["name"]);
        var shown = Lines(File.ReadAllText(Repository.PathOf("docs", "static-ip.md")).Split("```csharp\n")[1].Split("```")[0]);
        Assert.Contains(string.Join('\n', shown), string.Join('\n', Lines(File.ReadAllText(Repository.PathOf("tests", "Modules.Tests", "StaticIp", "StaticIpTests.cs")))), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_functions_zip_the_function_cannot_be_made()
    {
        var exception = Assert.Throws<ArgumentException>(() => Synthesized.Stack(stack =>
            new StaticIpApplicationLoadBalancer(stack, "edge", Edge(new ExistingApplicationLoadBalancer(stack, "web", Existing)) with { Mode = StaticIpMode.LambdaSync })));

        Assert.StartsWith("edge is kept by the sync function, whose zip is missing", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(62, FunctionArchitecture.X8664)]
    [InlineData(183, FunctionArchitecture.Arm64)]
    [InlineData(243, null)]
    public void A_zip_tells_which_processors_it_is_compiled_for_and_is_refused_for_others(byte machine, FunctionArchitecture? architecture)
    {
        using var zip = new TemporaryZip([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, machine, 0]);
        var package = FunctionPackage.FromFile(zip.Path);

        Assert.Equal(architecture, package.Architecture);
        Make(architecture ?? FunctionArchitecture.X8664);
        if (architecture is { } compiledFor)
        {
            var other = compiledFor == FunctionArchitecture.Arm64 ? FunctionArchitecture.X8664 : FunctionArchitecture.Arm64;
            Assert.Matches("^edge's sync function runs on (arm64|x86_64), and its zip is compiled for (arm64|x86_64): set Sync.Architecture, or give the zip of ./orchestrator package --runtime linux-(arm64|x64)", Assert.Throws<ArgumentException>(() => Make(other)).Message);
        }

        void Make(FunctionArchitecture runsOn) => Synthesized.Stack(stack =>
            new StaticIpApplicationLoadBalancer(stack, "edge", Edge(new ExistingApplicationLoadBalancer(stack, "web", Existing)) with { Mode = StaticIpMode.LambdaSync, Sync = new() { Architecture = runsOn } }, package));
    }

    [Theory]
    [InlineData("#!/bin/sh\nexec python3 sync.py\n")]
    [InlineData("short")]
    public void A_zip_whose_executable_is_a_script_is_for_any(string script)
    {
        using var zip = new TemporaryZip(System.Text.Encoding.ASCII.GetBytes(script));

        Assert.Null(FunctionPackage.FromFile(zip.Path).Architecture);
    }

    [Fact]
    public void A_mode_that_only_terraform_knows_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => Synthesized.Stack(stack =>
            new StaticIpApplicationLoadBalancer(stack, "edge", Edge(new ExistingApplicationLoadBalancer(stack, "web", Existing)) with { Mode = Expression.Of("var.mode") }, Synthesized.Package)));

        Assert.StartsWith("edge has a mode that only Terraform knows", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_functions_zip_comes_with_the_stack_and_is_named_relative_to_it()
    {
        var directory = Directory.CreateTempSubdirectory("static-ip-").FullName;
        try
        {
            var manifest = Manifests.Read("""
                existingApplicationLoadBalancers:
                  web:
                    arn: arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/web/0a1b2c3d4e5f6071
                    dnsName: internal-web-1234567890.eu-central-1.elb.amazonaws.com
                    securityGroups: [{ id: sg-0a1b2c3d4e5f60718 }]
                staticIpApplicationLoadBalancers:
                  edge:
                    mode: lambdaSync
                    internal: false
                    subnetMappings: { a: { subnet: public-a } }
                    applicationLoadBalancer: web
                    ports: { http: { port: 80 } }
                """);

            Synthesizer.Write([manifest], directory, _ => Synthesized.Package);

            var stack = Path.Combine(directory, "stacks", manifest.StackName);
            var function = JsonNode.Parse(File.ReadAllText(Path.Combine(stack, "cdk.tf.json")))!["resource"]!["aws_lambda_function"]!["edge_sync"]!;
            var named = (string)function["filename"]!;
            Assert.StartsWith("${path.module}/", named, StringComparison.Ordinal);
            Assert.Equal(File.ReadAllBytes(Synthesized.Package.Path), File.ReadAllBytes(Path.Combine(stack, named["${path.module}/".Length..])));
            Assert.Equal(Synthesized.Package.Sha256, (string?)function["source_code_hash"]);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void A_manifest_without_the_function_asks_for_no_zip()
    {
        var directory = Directory.CreateTempSubdirectory("static-ip-").FullName;
        try
        {
            Synthesizer.Write([Manifests.Read("targetGroups: { app: { targetType: ip, port: 80 } }")], directory, _ => throw new InvalidOperationException("nobody needs it"));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static ExistingApplicationLoadBalancerProps Existing { get; } = new()
    {
        Arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/web/0a1b2c3d4e5f6071",
        DnsName = "internal-web-1234567890.eu-central-1.elb.amazonaws.com",
        SecurityGroups = [new ExistingSecurityGroup("sg-0a1b2c3d4e5f60718")],
    };

    private static StaticIpApplicationLoadBalancerProps Edge(IApplicationLoadBalancer balancer) => new()
    {
        VpcId = Vpc,
        VpcCidrs = ["10.0.0.0/16"],
        Internal = false,
        SubnetMappings = new Dictionary<string, SubnetMappingProps> { ["a"] = new() { Subnet = PublicA }, ["b"] = new() { Subnet = PublicB } },
        ApplicationLoadBalancer = balancer,
        AllowFrom = ["203.0.113.0/24"],
        Ports = new Dictionary<string, StaticIpPortProps> { ["http"] = new() { Port = 80 } },
    };

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    private static void AddWith(TerraformStack stack, IApplicationLoadBalancer balancer) =>
        new StaticIpApplicationLoadBalancer(stack, "edge", Edge(balancer) with { Mode = StaticIpMode.LambdaSync }, Synthesized.Package);

    /// <summary>The place of the zip in a stack names the construct's path, which the sections of a manifest are part of.</summary>
    private static IEnumerable<string> WithoutPackage(JsonObject resources)
    {
        foreach (var function in resources["aws_lambda_function"]?.AsObject() ?? [])
        {
            function.Value!.AsObject().Remove("filename");
        }
        return Synthesized.Sorted(resources).Select(line => line.Replace("test-edge", "NAME").Replace("composed-edge", "NAME").Replace("shop-NAME", "NAME"));
    }

    /// <summary>What stands for the load balancer before it is made.</summary>
    private sealed class Reference : IApplicationLoadBalancer
    {
        public Value<string> Arn => Existing.Arn;

        public Value<string>? DnsName => Existing.DnsName;

        public Value<string>? ZoneId => null;

        public Value<IpAddressType>? IpAddressType => null;

        public ApplicationLoadBalancerProps? Props => null;
    }

    /// <summary>A function's zip with this executable.</summary>
    private sealed class TemporaryZip : IDisposable
    {
        private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("function-");

        internal TemporaryZip(byte[] executable)
        {
            using var archive = System.IO.Compression.ZipFile.Open(Path, System.IO.Compression.ZipArchiveMode.Create);
            using var entry = archive.CreateEntry("bootstrap").Open();
            entry.Write(executable);
        }

        internal string Path => System.IO.Path.Combine(_directory.FullName, "function.zip");

        public void Dispose() => _directory.Delete(recursive: true);
    }
}
