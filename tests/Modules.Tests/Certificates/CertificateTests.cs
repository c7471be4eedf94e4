using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Tests.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.Certificates;

[Collection(nameof(Jsii))]
public sealed class CertificateTests
{
    private static readonly ExistingHostedZone Zone = new("Z0123456789ABCDEFGHIJ");

    [Fact]
    public void A_name_and_its_wildcard_share_one_validation_record()
    {
        var records = RecordsOf(Of("example.com", ("every", "*.example.com"), ("www", "www.example.com")));

        Assert.Equal(["example.com", "www.example.com"], KeysOf(records));
    }

    [Fact]
    public void A_wildcard_alone_is_validated_at_the_name_below_it() => Assert.Equal(["example.com"], KeysOf(RecordsOf(Of("*.Example.com"))));

    [Fact]
    public void One_more_name_moves_no_record()
    {
        var before = RecordsOf(Of("example.com", ("www", "www.example.com")));
        var after = RecordsOf(Of("example.com", ("api", "api.example.com"), ("www", "www.example.com")));

        Assert.Equal(before["for_each"]!["www.example.com"]!.ToJsonString(), after["for_each"]!["www.example.com"]!.ToJsonString());
        Assert.Equal(before["name"]!.ToJsonString(), after["name"]!.ToJsonString());
    }

    [Fact]
    public void The_order_of_the_names_changes_nothing()
    {
        var one = Synthesized.Stack(stack => Make(stack, Of("example.com", ("a", "a.example.com"), ("b", "b.example.com"))));
        var other = Synthesized.Stack(stack => Make(stack, Of("example.com", ("b", "b.example.com"), ("a", "a.example.com"))));

        Assert.Equal(one.ToJsonString(), other.ToJsonString());
    }

    [Fact]
    public void Each_record_goes_to_the_zone_of_its_name()
    {
        var other = new ExistingHostedZone("Z0123456789ABCDEFGHIK");

        var records = RecordsOf(new()
        {
            DomainName = "example.com",
            Zone = Zone,
            SubjectAlternativeNames = new Dictionary<string, SubjectAlternativeNameProps> { ["org"] = new() { DomainName = "example.org", Zone = other } },
        });

        Assert.Equal("Z0123456789ABCDEFGHIJ", (string?)records["for_each"]!["example.com"]!["zone"]);
        Assert.Equal("Z0123456789ABCDEFGHIK", (string?)records["for_each"]!["example.org"]!["zone"]);
    }

    [Fact]
    public void A_name_that_terraform_knows_is_keyed_by_where_it_is_given()
    {
        var records = RecordsOf(new() { DomainName = Expression.Of("var.domain"), Zone = Zone });

        Assert.Equal("${trimprefix(var.domain, \"*.\")}", (string?)records["for_each"]!["domainName"]!["domain"]);
    }

    [Fact]
    public void What_uses_a_certificate_waits_until_it_is_issued()
    {
        var resources = Synthesized.Stack(stack =>
        {
            var certificate = Make(stack, Of("example.com"));
            new ApplicationLoadBalancer(stack, "web", new()
            {
                Internal = true,
                Subnets = [new Subnet { Id = "subnet-0a1b2c3d4e5f60001" }, new Subnet { Id = "subnet-0a1b2c3d4e5f60002" }],
                SecurityGroups = [new ExistingSecurityGroup("sg-0a1b2c3d4e5f60718")],
                Listeners = new Dictionary<string, ApplicationListenerProps>
                {
                    ["https"] = new() { Port = 443, Protocol = ApplicationProtocol.Https, Certificate = certificate, DefaultAction = ListenerAction.Respond(404) },
                },
            });
        });

        Assert.Equal("${aws_acm_certificate_validation.shop.certificate_arn}", (string?)resources["aws_lb_listener"]!["web_https"]!["certificate_arn"]);
        Assert.Equal("${[for record in aws_route53_record.shop_validation : record.fqdn]}", (string?)resources["aws_acm_certificate_validation"]!["shop"]!["validation_record_fqdns"]);
        Assert.True((bool)resources["aws_acm_certificate"]!["shop"]!["lifecycle"]!["create_before_destroy"]!);
    }

    [Fact]
    public void Records_that_exist_already_are_left_alone()
    {
        var resources = Synthesized.Stack(stack => Make(stack, new() { DomainName = "example.com", ValidationRecords = false }));

        Assert.False(resources.ContainsKey("aws_route53_record"));
        Assert.Null(resources["aws_acm_certificate_validation"]!["shop"]!["validation_record_fqdns"]);
    }

    private static CertificateProps Of(string name, params (string Key, string Name)[] others) => new()
    {
        DomainName = name,
        Zone = Zone,
        SubjectAlternativeNames = others.ToDictionary(other => other.Key, other => new SubjectAlternativeNameProps { DomainName = other.Name }),
    };

    private static Certificate Make(TerraformStack stack, CertificateProps props) => new(stack, "shop", props);

    private static JsonNode RecordsOf(CertificateProps props) => Synthesized.Stack(stack => Make(stack, props))["aws_route53_record"]!["shop_validation"]!;

    private static IEnumerable<string> KeysOf(JsonNode records) => records["for_each"]!.AsObject().Select(entry => entry.Key);
}
