using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Orchestrator.Modules.Tests.Rules;

/// <summary>
/// A manifest that breaks a rule, with every line that is said of it, or one that just keeps it. Rules/Cases/RULE.yaml holds a rule's cases.
/// What the fragment leaves out of app, environment, region and network is appended to it, so its lines count from its own first.
/// </summary>
public sealed record RuleCase
{
    public string? Breaks { get; init; }

    public string? Keeps { get; init; }

    public string[] Says { get; init; } = [];

    public string Manifest => (Breaks ?? Keeps)!;

    public static IReadOnlyList<RuleCase> Of(string rule)
    {
        var deserializer = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        return deserializer.Deserialize<List<RuleCase>>(File.ReadAllText(Path.Combine(Directory, $"{rule}.yaml")));
    }

    public static IEnumerable<string> Rules => System.IO.Directory.EnumerateFiles(Directory, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static string Directory => Path.Combine(AppContext.BaseDirectory, "Rules", "Cases");
}
