using System.Text.RegularExpressions;
using FsCheck.Fluent;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.Tests.Rules;

/// <summary>Whatever a manifest says, reading it ends with findings that stand in its text, or with a model.</summary>
public sealed partial class ManifestProperties
{
    private const string Valid = """
        app: shop
        environment: test
        region: eu-central-1
        tags: { team: web, cost-center: "4711" }
        backend:
          local: { path: shop.tfstate }
        network:
          vpcId: vpc-0a1b2c3d4e5f60718
          cidrBlocks: [10.0.0.0/16]
          subnets:
            public-a: { id: subnet-0a1b2c3d4e5f60001, availabilityZone: eu-central-1a, cidrBlock: 10.0.0.0/20, public: true }
            public-b:
              id: subnet-0a1b2c3d4e5f60002
              availabilityZone: eu-central-1b
              cidrBlock: 10.0.16.0/20
              public: true
        securityGroups:
          web:
            description: HTTP and HTTPS from anywhere
            ingress:
              http: { port: 80, cidrIpv4: 203.0.113.0/24 }
              https:
                fromPort: 443
                toPort: 443
                cidrIpv6: 2001:db8::/32
            egress:
              app: { port: 8080, securityGroup: app }
          app:
            ingress:
              web: { port: 8080, securityGroup: web }
              peers: { port: 9090, self: true }
        targetGroups:
          blue:
            targetType: ip
            protocol: HTTP
            port: 8080
            healthCheck: &healthCheck
              path: /health
              matcher: "200"
              intervalSeconds: 10
              timeoutSeconds: 5
              healthyThreshold: 2
            stickiness: { type: lb_cookie, cookieDurationSeconds: 3600 }
            slowStartSeconds: 30
            deregistrationDelaySeconds: 60
          green: { targetType: ip, port: 8080, healthCheck: *healthCheck, name: shop-green }
          resize: { targetType: lambda, lambdaMultiValueHeaders: true }
          tcp:
            targetType: instance
            protocol: TCP
            port: 5432
            preserveClientIp: false
            unhealthyConnectionTermination: false
            unhealthyDrainingIntervalSeconds: 60
            targetGroupHealth:
              dnsFailover: { minimumHealthyTargetsCount: "1", minimumHealthyTargetsPercentage: off }
        applicationLoadBalancers:
          web:
            internal: false
            subnets: [public-a, public-b]
            securityGroups:
              - web
              - { id: sg-0a1b2c3d4e5f60718 }
            idleTimeoutSeconds: 60
            minimumCapacityUnits: 100
            accessLogs: { bucket: { name: shop-logs }, prefix: web }
            listeners:
              http:
                port: 80
                protocol: HTTP
                defaultAction: { redirect: { protocol: HTTPS, port: "443" } }
              https:
                port: 443
                protocol: HTTPS
                certificate: { arn: "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d" }
                defaultAction:
                  weightedForward:
                    targetGroups:
                      - { targetGroup: blue, weight: 90 }
                      - { targetGroup: green, weight: 10 }
                    stickinessSeconds: 60
              admin: { port: 8443, protocol: HTTP, defaultAction: { fixedResponse: { statusCode: 404, messageBody: no } } }
        suppressions:
          - rule: TG034
            path: targetGroups.green.name
            reason: a partner knows the group by its name
            expires: 2030-06-30
        """;

    private static readonly string[] Pieces =
    [
        "app", "network", "subnets", "securityGroups", "targetGroups", "applicationLoadBalancers", "listeners", "web", "port", "vpcId", ":", ": ", "- ", "-", "\n", "\n", "\n  ", "\n    ", "\t", " ", " #", "[", "]", "{", "}", ", ",
        "\"", "'", "|", ">", "|-\n", "&a ", "*a", "!", "!!int ", "? ", "---\n", "...\n", "%YAML 1.2\n", "${env:A}", "${file:a}", "${", "$${", "80", "-1", "1e400", "0x10", "99999999999999999999", "true", "~", "ä", "\u2028", "\u0000", "\uFEFF", "\ud83d", "\r", "\\",
    ];

    private static readonly string[] Scalars =
    [
        "80", "-1", "0", "99999999999999999999", "7.5", "0x10", "true", "no", "~", "", "\"\"", "\"80\"", "text", "'it''s'", "2030-01-01", "[]", "{}", "[web, 80]", "{ id: web }", "[[]]", "*healthCheck", "\"${env:NONE}\"", "\"${file:none}\"", "'$${x}'", "10.0.0.1/8", "|", "a: b", "\"\\u0000\"",
    ];

    [Fact]
    public void The_manifest_that_is_mutated_is_valid() => Assert.Empty(Manifests.Lines(Manifests.ReadWhole(Valid)));

    [Fact]
    public void Any_text_gives_findings_or_a_model() =>
        Prop.ForAll(Gen.OneOf(ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""), Gen.Elements(Pieces).ListOf().Select(string.Concat)).ToArbitrary(), IsJudged).Hold(cases: 1000);

    [Fact]
    public void A_valid_manifest_with_a_line_dropped_doubled_or_changed_gives_findings_in_its_text_or_a_model()
    {
        var lines = $"{Valid}\n".Split('\n');
        var line = Gen.Choose(0, lines.Length - 2);
        var dropped = line.Select(index => string.Join('\n', lines.Where((_, other) => other != index)));
        var doubled = line.Select(index => string.Join('\n', lines.Take(index + 1).Concat(lines.Skip(index))));
        var changed = from index in line from scalar in Gen.Elements(Scalars) from place in Gen.Choose(0, 9) select string.Join('\n', lines.Select((text, other) => other == index ? Change(text, place, scalar) : text));
        Prop.ForAll(Gen.OneOf(dropped, doubled, changed).ToArbitrary(), IsJudgedInPlace).Hold(cases: 300);
    }

    /// <summary>Puts a scalar in the place of one of the values of a line.</summary>
    private static string Change(string line, int place, string scalar)
    {
        var values = Value().Matches(line);
        return values.Count == 0 ? line : values[place % values.Count] is var value ? line[..value.Index] + scalar + line[(value.Index + value.Length)..] : line;
    }

    private static bool IsJudged(string text) => IsJudged(Manifests.ReadWhole(text));

    private static bool IsJudged(ManifestResult result) => result.Props is not null || result.Findings.Count > 0;

    private static bool IsJudgedInPlace(string text) =>
        Manifests.ReadWhole(text) is var result && IsJudged(result) && result.Findings.All(finding => IsIn(text, finding.Location));

    /// <summary>A place is in a text up to the one behind its last character, where what is missing is missed.</summary>
    private static bool IsIn(string text, Location? location)
    {
        var lines = text.Replace("\r\n", "\n").Split('\n', '\r', '\u0085', '\u2028', '\u2029');
        return location is { Line: >= 1, Column: >= 1 } && location.Line <= lines.Length && location.Column <= lines[location.Line - 1].Length + 1;
    }

    [GeneratedRegex(@"(?<=: |- |\[|, )[^\s\[{&,}\]][^,}\]]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();
}
