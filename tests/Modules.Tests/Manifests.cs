using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests;

/// <summary>Reads manifests that a test writes.</summary>
internal static class Manifests
{
    /// <summary>The day of every test.</summary>
    internal static readonly DateOnly Today = new(2030, 1, 15);

    private static readonly (string Key, string Text)[] Frame =
    [
        ("app", "app: shop"),
        ("environment", "environment: test"),
        ("region", "region: eu-central-1"),
        ("network", """
            network:
              vpcId: vpc-0a1b2c3d4e5f60718
              cidrBlocks: [10.0.0.0/16]
              subnets:
                public-a: { id: subnet-0a1b2c3d4e5f60001, availabilityZone: eu-central-1a, cidrBlock: 10.0.0.0/20, ipv6CidrBlock: "2001:db8:0:1::/64", public: true }
                public-b: { id: subnet-0a1b2c3d4e5f60002, availabilityZone: eu-central-1b, cidrBlock: 10.0.16.0/20, ipv6CidrBlock: "2001:db8:0:2::/64", public: true }
                public-a2: { id: subnet-0a1b2c3d4e5f60003, availabilityZone: eu-central-1a, cidrBlock: 10.0.32.0/20, ipv6CidrBlock: "2001:db8:0:3::/64", public: true }
                private-a: { id: subnet-0a1b2c3d4e5f60004, availabilityZone: eu-central-1a, cidrBlock: 10.0.48.0/20, ipv6CidrBlock: "2001:db8:0:4::/64", public: false }
                private-b: { id: subnet-0a1b2c3d4e5f60005, availabilityZone: eu-central-1b, cidrBlock: 10.0.64.0/20, ipv6CidrBlock: "2001:db8:0:5::/64", public: false }
            """),
    ];

    /// <summary>Reads a manifest; what it leaves out of app, environment, region and network is appended to it.</summary>
    internal static ManifestResult Read(string fragment, params IReadOnlyList<(string Name, string Value)> environment) => ReadWhole(Complete(fragment), environment);

    /// <summary>Reads a manifest as it stands.</summary>
    internal static ManifestResult ReadWhole(string text, params IReadOnlyList<(string Name, string Value)> environment) => ManifestReader.Read(
        text, "web.yaml", AppContext.BaseDirectory, name => environment.Where(variable => variable.Name == name).Select(variable => variable.Value).FirstOrDefault(), Today);

    /// <summary>What is said of a manifest, as the command line says it.</summary>
    internal static IReadOnlyList<string> Check(string fragment) => Lines(Read(fragment));

    /// <summary>The findings as the command line shows them.</summary>
    internal static IReadOnlyList<string> Lines(ManifestResult result) =>
        [.. result.Findings.Select(finding => $"{Spelling.Of(finding.Rule.Level)} {finding.Rule.Id} {finding.Location}: {finding.Message}")];

    /// <summary>A fragment with what it leaves out.</summary>
    internal static string Whole(string fragment) => Complete(fragment);

    private static string Complete(string fragment)
    {
        var missing = Frame.Where(part => !fragment.Split('\n').Any(line => line.StartsWith($"{part.Key}:", StringComparison.Ordinal) || (part.Key == "environment" && line == "environments:"))).Select(part => part.Text);
        return string.Join('\n', missing.Prepend(fragment.TrimEnd('\n'))) + "\n";
    }
}
