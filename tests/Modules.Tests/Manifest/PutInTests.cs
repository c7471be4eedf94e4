using Orchestrator.Diagram;
using Orchestrator.Modules.Diagrams;

namespace Orchestrator.Modules.Tests.Manifest;

public sealed class PutInTests
{
    private const string Value = "hunter2-hunter2";

    [Theory]
    [InlineData("securityGroups: { web: { description: \"${env:VALUE}<\" } }", "\"${env:VALUE}<\"")]
    [InlineData("targetGroups: { app: { targetType: \"${env:VALUE}\", port: 80 } }", "\"${env:VALUE}\"")]
    [InlineData("targetGroups: { app: { targetType: ip, port: \"${env:VALUE}\" } }", "\"${env:VALUE}\"")]
    [InlineData("targetGroups: { app: { targetType: ip, port: 80, healthCheck: { path: \"a ${env:VALUE} b\" } } }", "\"a ${env:VALUE} b\"")]
    public void A_finding_about_it_shows_what_was_written(string manifest, string got)
    {
        var result = Manifests.Read(manifest, ("VALUE", Value));

        Assert.Equal(got, Assert.Single(result.Findings).Got);
        Assert.DoesNotContain(Value, result.Findings[0].Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("99999")]
    public void However_short_it_is(string value) =>
        Assert.Equal("\"${env:VALUE}\"", Assert.Single(Manifests.Read("targetGroups: { app: { targetType: ip, port: 80, healthCheck: { path: \"${env:VALUE}\" } } }", ("VALUE", value)).Findings).Got);

    [Fact]
    public void In_quotes_it_may_be_a_number_or_true_and_false_too()
    {
        var result = Manifests.Read("targetGroups: { app: { targetType: ip, port: \"${env:PORT}\", healthCheck: { enabled: \"${env:CHECKED}\" } } }\ntags: { version: \"${env:VERSION}\" }", ("PORT", "8080"), ("CHECKED", "true"), ("VERSION", "1.10"));

        Assert.Empty(result.Findings);
        Assert.Equal(("8080", "1.10"), ($"{result.Props!.TargetGroups["app"].Port}", $"{result.Props.Tags["version"]}"));
    }

    [Fact]
    public void A_long_one_is_not_shown_in_part()
    {
        var value = string.Concat(Enumerable.Repeat("abcdefghij", 30));

        var said = Manifests.Lines(Manifests.Read("securityGroups: { web: { description: \"<${env:VALUE}\" } }", ("VALUE", value)));

        Assert.DoesNotContain("abcdefghij", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_about_something_else_does_not_show_it_either()
    {
        var said = Manifests.Lines(Manifests.Read($"tags: {{ a: \"${{env:VALUE}}\" }}\ntargetGroups: {{ app: {{ targetType: ip, port: 80, healthCheck: {{ path: {Value} }} }} }}", ("VALUE", Value)));

        Assert.DoesNotContain(Value, Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_does_not_show_it()
    {
        var result = Manifests.Read("securityGroups: { web: { description: Web, ingress: { ssh: { port: 22, cidrIpv4: 0.0.0.0/0 } } } }\nsuppressions: [{ rule: SG099, path: securityGroups.web.ingress.ssh, reason: \"see ${env:VALUE}\", expires: 2099-12-31 }]", ("VALUE", Value));

        Assert.Equal("see ${env:VALUE}", Assert.Single(result.Suppressed).Reason);
    }

    [Fact]
    public void A_picture_does_not_show_it_nor_does_a_name_in_it()
    {
        var manifest = Manifests.Read("dnsRecords: {}\ntargetGroups: { app: { targetType: ip, port: 80 } }\napplicationLoadBalancers: { web: { internal: false, subnets: [public-a, public-b], securityGroups: [{ id: sg-0a1b2c3d4e5f60718 }], listeners: { http: { port: 80, protocol: HTTP, defaultAction: { redirect: { host: \"${env:VALUE}.example.com\", statusCode: HTTP_301 } } } } } }", ("VALUE", Value));

        Assert.DoesNotContain(Value, Mermaid.Of(ManifestDiagram.Of(manifest)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_synthesized_has_the_value_itself() =>
        Assert.True(Manifests.Read("targetGroups: { app: { targetType: ip, port: 80, healthCheck: { path: \"/${env:VALUE}\" } } }", ("VALUE", Value)).Props!.TargetGroups["app"].HealthCheck!.Path!.Is($"/{Value}"));

    [Fact]
    public void An_ordinary_word_is_not_hidden_in_other_words() =>
        Assert.Contains("securityGroups.production-web", Manifests.Lines(Manifests.Read("tags: { a: \"${env:VALUE}\" }\nsecurityGroups: { production-web: { description: \"<\" } }", ("VALUE", "production")))[0], StringComparison.Ordinal);
}
