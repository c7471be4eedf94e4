using System.Text;

namespace Orchestrator.Cli.Bench;

/// <summary>Manifests of nothing but target groups: what a resource costs.</summary>
internal static class ManyTargetGroups
{
    /// <summary>More of them are longer than a manifest may be.</summary>
    internal const int Largest = 5_000;

    /// <summary>The manifests of so many, in a directory: each a stack.</summary>
    internal static IReadOnlyList<string> Files(string directory, int count) =>
        [.. Enumerable.Range(0, (count + Largest - 1) / Largest).Select(stack => Path.Combine(directory, $"many-{count}-{stack}.yaml"))];

    /// <summary>Writes them.</summary>
    internal static void Write(string directory, int count)
    {
        foreach (var (stack, file) in Files(directory, count).Index())
        {
            File.WriteAllText(file, Text(stack, Math.Min(Largest, count - (stack * Largest))));
        }
    }

    private static string Text(int stack, int count)
    {
        var text = new StringBuilder($"app: many{stack}\n");
        text.Append("""
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
