using System.Text;

namespace Orchestrator.Cli.Bench;

/// <summary>A manifest of nothing but target groups: what a resource costs.</summary>
internal static class ManyTargetGroups
{
    /// <summary>Its text, without anything to find.</summary>
    /// <param name="count">How many.</param>
    internal static string Text(int count)
    {
        var text = new StringBuilder("""
            app: many
            environment: bench
            region: eu-central-1
            network: { vpcId: vpc-0a1b2c3d4e5f60718, cidrBlocks: [10.0.0.0/16] }
            targetGroups:

            """);
        foreach (var number in Enumerable.Range(0, count))
        {
            text.Append($"  group-{number}: {{ targetType: ip, port: 8080, healthCheck: {{ path: /health/{number}, intervalSeconds: 10, timeoutSeconds: 5 }} }}\n");
        }
        return text.ToString();
    }
}
