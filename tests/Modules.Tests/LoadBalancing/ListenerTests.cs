using System.Text.Json.Nodes;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.LoadBalancing;

[Collection(nameof(Jsii))]
public sealed class ListenerTests
{
    [Fact]
    public void A_rule_that_is_inserted_moves_no_other()
    {
        var before = Rules("shop", "till");
        var after = Rules("shop", "api", "till");

        Assert.Equal(before["web_http_shop"]!.ToJsonString(), after["web_http_shop"]!.ToJsonString());
        Assert.Equal(before["web_http_till"]!.ToJsonString(), after["web_http_till"]!.ToJsonString());
    }

    [Fact]
    public void A_rule_can_be_added_to_an_existing_listener_of_an_existing_load_balancer()
    {
        var resources = Synthesized.Stack(stack =>
        {
            var shared = new ExistingApplicationLoadBalancer(stack, "shared", new()
            {
                Arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shared/0a1b",
                ExistingListeners = new Dictionary<string, ExistingApplicationListenerProps> { ["https"] = new() { Arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/shared/0a1b/1a2b" } },
            });
            shared.Listeners["https"].AddRule("shop", new() { Conditions = new() { Hosts = ["shop.example.com"] }, Action = ListenerAction.Respond(200) });
        });

        Assert.Equal("arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/shared/0a1b/1a2b", (string?)resources["aws_lb_listener_rule"]!["shared_https_shop"]!["listener_arn"]);
    }

    [Fact]
    public void Rules_of_one_listener_collide_wherever_they_were_added()
    {
        var exception = Assert.ThrowsAny<Exception>(() => Synthesized.Stack(stack =>
        {
            var web = new ApplicationLoadBalancer(stack, "web", new() { Internal = true, Subnets = [new Subnet { Id = "subnet-0a1b2c3d4e5f60001" }, new Subnet { Id = "subnet-0a1b2c3d4e5f60002" }], SecurityGroups = [new ExistingSecurityGroup("sg-0a1b2c3d4e5f60718")] });
            var http = web.AddListener("http", new() { Port = 80, Protocol = ApplicationProtocol.Http, DefaultAction = ListenerAction.Respond(404) });
            http.AddRule("shop", new() { Priority = 10, Conditions = new() { Paths = ["/shop"] }, Action = ListenerAction.Respond(200) });
            var service = new global::Constructs.Construct(stack, "till");
            new ApplicationListenerRule(service, "rule", http, new() { Priority = 10, Conditions = new() { Paths = ["/till"] }, Action = ListenerAction.Respond(200) });
        }));

        Assert.Contains("error RULE080 composed/till/rule.priority is the priority of composed/web/http/shop too: got 10", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_a_sensitive_variable_or_is_looked_up_and_never_written()
    {
        var byVariable = JsonNode.Parse(Text("{ variable: oidc_client_secret }"))!;
        var bySecret = JsonNode.Parse(Text("{ secretId: shop/oidc, jsonKey: client_secret }"))!;

        Assert.True((bool?)byVariable["variable"]!["oidc_client_secret"]!["sensitive"]);
        Assert.Equal("${var.oidc_client_secret}", SecretOf(byVariable));
        Assert.Equal("shop/oidc", (string?)bySecret["data"]!["aws_secretsmanager_secret_version"]!["web_https_client-secret"]!["secret_id"]);
        Assert.Equal("${jsondecode(data.aws_secretsmanager_secret_version.web_https_client-secret.secret_string)[\"client_secret\"]}", SecretOf(bySecret));
    }

    [Fact]
    public Task A_log_bucket_is_closed_but_for_load_balancers() => Verify(Synthesized.Resources(Synthesized.Text(Manifests.Read("""
        logBuckets:
          logs: { accountId: "111122223333" }
        applicationLoadBalancers:
          web:
            internal: true
            subnets: [private-a, private-b]
            securityGroups: [{ id: sg-0a1b2c3d4e5f60718 }]
            accessLogs: { bucket: logs }
        """))).ToJsonString(new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), "json", Snapshots.Settings);

    private static string? SecretOf(JsonNode configuration) =>
        (string?)configuration["resource"]!["aws_lb_listener"]!["web_https"]!["default_action"]![0]!["authenticate_oidc"]!["client_secret"];

    private static string Text(string secret) => Synthesized.Text(Manifests.Read($$"""
        applicationLoadBalancers:
          web:
            internal: true
            subnets: [private-a, private-b]
            securityGroups: [{ id: sg-0a1b2c3d4e5f60718 }]
            listeners:
              https:
                port: 443
                protocol: HTTPS
                certificate: { arn: "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d" }
                defaultAction:
                  authenticateOidc:
                    issuer: https://login.example.com
                    authorizationEndpoint: https://login.example.com/authorize
                    tokenEndpoint: https://login.example.com/token
                    userInfoEndpoint: https://login.example.com/userinfo
                    clientId: shop
                    clientSecret: {{secret}}
                  fixedResponse: { statusCode: 200 }
        """));

    private static JsonObject Rules(params string[] names) => Synthesized.Stack(stack =>
    {
        var web = new ApplicationLoadBalancer(stack, "web", new() { Internal = true, Subnets = [new Subnet { Id = "subnet-0a1b2c3d4e5f60001" }, new Subnet { Id = "subnet-0a1b2c3d4e5f60002" }], SecurityGroups = [new ExistingSecurityGroup("sg-0a1b2c3d4e5f60718")] });
        var http = web.AddListener("http", new() { Port = 80, Protocol = ApplicationProtocol.Http, DefaultAction = ListenerAction.Respond(404) });
        foreach (var name in names)
        {
            http.AddRule(name, new() { Conditions = new() { Paths = [$"/{name}"] }, Action = ListenerAction.Respond(200) });
        }
    })["aws_lb_listener_rule"]!.AsObject();
}
