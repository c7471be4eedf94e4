using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.Tests.Manifest;

public sealed class EnvironmentTests
{
    private const string Shared = """
        app: shop
        region: eu-central-1
        network:
          vpcId: vpc-0a1b2c3d4e5f60718
          cidrBlocks: [10.0.0.0/16]
          subnets: {}
        tags: { team: web, cost: "1" }
        targetGroups:
          app: { targetType: ip, port: 8080, healthCheck: { path: /health, intervalSeconds: 10 } }
        environments:

        """;

    [Fact]
    public void Maps_are_merged_anything_else_is_replaced_and_nothing_takes_out()
    {
        var results = Read("""
              staging:
              production:
                tags: { cost: ~ }
                network: { cidrBlocks: [10.1.0.0/16] }
                targetGroups: { app: { healthCheck: { intervalSeconds: 30 } }, other: { targetType: ip, port: 80 } }
            """);

        Assert.Equal(
            """
            environment: production
            app: shop
            region: eu-central-1
            network:
              vpcId: vpc-0a1b2c3d4e5f60718
              cidrBlocks: [10.1.0.0/16]
              subnets: {}
            tags:
              team: web
            targetGroups:
              app:
                targetType: ip
                port: 8080
                healthCheck:
                  path: /health
                  intervalSeconds: 30
              other:
                targetType: ip
                port: 80

            """,
            ManifestText.Of(results[1]));
        Assert.Equal(["shop-staging", "shop-production"], results.Select(result => result.StackName));
        Assert.Empty(results.SelectMany(result => result.Findings));
    }

    [Fact]
    public void What_differs_is_told_in_words()
    {
        var results = Read("""
              staging: { tags: { only: here } }
              production: { tags: { cost: ~ }, network: { cidrBlocks: [10.1.0.0/16] }, targetGroups: { app: { port: 80 }, other: { targetType: ip, port: 80 } } }
            """);

        Assert.Equal(
            [
                "network.cidrBlocks: [10.0.0.0/16] in staging, [10.1.0.0/16] in production",
                "tags.cost: \"1\" in staging, not in production",
                "tags.only: here in staging, not in production",
                "targetGroups.app.port: 8080 in staging, 80 in production",
                "targetGroups.other: not in staging, { targetType: ip, port: 80 } in production",
            ],
            ManifestDifferences.Of(results[0], results[1]));
        Assert.Empty(ManifestDifferences.Of(results[0], results[0]));
    }

    [Theory]
    [InlineData("a: [b]", "error MAN004 web.yaml:11:6: environments.a in a is not a map: got a list, allowed a map of what differs in this environment, {} where nothing does; write the keys that differ as they stand at the top")]
    [InlineData("a: { environment: b }", "error MAN017 web.yaml:11:8: environments.a.environment in a cannot differ by environment: allowed the other keys of a manifest; remove it: an environment is called by its key")]
    [InlineData("a: { tags: { tema: ~ } }", "error MAN017 web.yaml:11:16: environments.a.tags.tema in a takes out what is not there: got tema, allowed a key that the manifest has at this place; correct the key, or remove this line")]
    [InlineData("a: { targetGroups: { app: { port: 0 } } }", "error TG035 web.yaml:11:37: targetGroups.app.port in a is out of range: got 0, ")]
    [InlineData("a: { targetGroup: {} }", "error MAN002 web.yaml:11:8: targetGroup in a is not a known key")]
    [InlineData("A: {}", "error MAN017 web.yaml:11:3: environments has a name that is not legal: got \"A\"")]
    [InlineData("AKIAIOSFODNN7EXAMPLE: {}", "error MAN017 web.yaml:11:3: environments has a name that is not legal: got \"(secret)\"")]
    [InlineData("{}", "error MAN004 web.yaml:11:3: environments is not a map of environments: got a map")]
    [InlineData("[]", "error MAN004 web.yaml:11:3: environments is not a map of environments: got a list")]
    public void What_is_wrong_is_told_where_it_stands(string environment, string said) => Assert.StartsWith(said, Assert.Single(Read($"  {environment}").SelectMany(Manifests.Lines)), StringComparison.Ordinal);

    [Fact]
    public void What_is_shown_reads_as_what_was_written()
    {
        var texts = new[] { "a\tb", "a\u2028b", "a\u0001b", " a ", "- a", "12", "true", "~", "a\nb\n", "a: b", "#a", "" };
        var shown = ManifestText.Of(Assert.Single(Read($"  a: {{ tags: {{ {string.Join(", ", texts.Select((text, index) => $"t{index}: {System.Text.Json.JsonSerializer.Serialize(text)}"))} }} }}")));

        var again = Assert.Single(ReadWhole(shown)).Props!;

        Assert.Equal(texts, texts.Select((_, index) => $"{again.Tags[$"t{index}"]}"));
    }

    [Fact]
    public void An_environment_of_the_whole_manifest_beside_them_is_refused() =>
        Assert.Equal(
            "error MAN017 web.yaml:1:1: environment in a stands beside environments, whose keys are the names: allowed one of the two; remove environment",
            Assert.Single(Manifests.Lines(Assert.Single(ReadWhole($"environment: test\n{Shared}  a: {{}}\n")))));

    [Fact]
    public void Only_what_a_chosen_environment_needs_is_put_in()
    {
        const string Environments = """
              staging: { tags: { cost: "${env:STAGING}" } }
              production: { tags: { cost: "${env:PRODUCTION}" } }
            """;

        var all = Read(Environments, ("PRODUCTION", "a value of it"));
        var one = ManifestReader.ReadEnvironments(Shared + Environments, "web.yaml", AppContext.BaseDirectory, name => name == "PRODUCTION" ? "a value of it" : null, Manifests.Today, only: ["production"]);

        Assert.Equal("MAN007", Assert.Single(all.SelectMany(result => result.Findings)).Rule.Id);
        Assert.Empty(Assert.Single(one).Findings);
        Assert.Equal(["tags.cost: ${env:STAGING} in staging, ${env:PRODUCTION} in production"], ManifestDifferences.Of(all[0], all[1]));
        Assert.DoesNotContain("a value of it", ManifestText.Of(one[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_is_written_out_is_not_shown() =>
        Assert.Contains("cost: (secret)", ManifestText.Of(Assert.Single(Read("  a: { tags: { cost: AKIAIOSFODNN7EXAMPLE } }"))), StringComparison.Ordinal);

    private static IReadOnlyList<ManifestResult> Read(string environments, params IReadOnlyList<(string Name, string Value)> variables) => ReadWhole(Shared + environments, variables);

    private static IReadOnlyList<ManifestResult> ReadWhole(string text, params IReadOnlyList<(string Name, string Value)> variables) => ManifestReader.ReadEnvironments(
        text, "web.yaml", AppContext.BaseDirectory, name => variables.Where(variable => variable.Name == name).Select(variable => variable.Value).FirstOrDefault(), Manifests.Today);
}
