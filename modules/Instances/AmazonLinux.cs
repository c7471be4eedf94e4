using System.Text.RegularExpressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Instances;

/// <summary>The public parameters that have the ids of Amazon Linux's images.</summary>
internal static partial class AmazonLinux
{
    /// <summary>The name under which its images have their root volume.</summary>
    internal const string RootDevice = "/dev/xvda";

    private const string Folder = "/aws/service/ami-amazon-linux-latest/";

    /// <summary>The parameter of Amazon Linux 2023 for an instance type's architecture; x86-64 for a type that is not known.</summary>
    internal static string ParameterFor(Value<string> instanceType) =>
        $"{Folder}al2023-ami-kernel-default-{(instanceType.TryGetLiteral(out var type) && Graviton().IsMatch(type) ? "arm64" : "x86_64")}";

    /// <summary>Whether a parameter is one of Amazon Linux's.</summary>
    internal static bool Has(string parameter) => parameter.StartsWith(Folder, StringComparison.Ordinal);

    /// <summary>Graviton's types have a g behind the generation: t4g, m7gd, c6gn; the first ones were a1.</summary>
    [GeneratedRegex(@"^(a1|[a-z]+\d+g[a-z]*)\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Graviton();
}
