using Orchestrator.Cli.Toolchain;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Orchestrator.Cli.Output;

/// <summary>A manifest that breaks a rule, and what is said of it.</summary>
/// <param name="Manifest">A fragment; what every manifest needs is left out.</param>
/// <param name="Messages">The messages of that rule.</param>
internal sealed record RuleExample(string Manifest, IReadOnlyList<string> Messages);

/// <summary>
/// Examples of rules from a directory of RULE.yaml files, each a list of cases with <c>breaks</c> and <c>says</c>: the cases of the tests
/// are the examples of the documentation, so that none shows a message that is not given.
/// </summary>
internal static class RuleExamples
{
    /// <summary>The first case of each rule that breaks it, by the rule's id.</summary>
    /// <exception cref="Failure">The directory or a file cannot be read.</exception>
    internal static IReadOnlyDictionary<string, RuleExample> Read(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new Failure($"there is no directory {directory}; --examples names one with a RULE.yaml for each rule");
        }
        // It makes records by reflection.
        ManagedProgram.Require();
        var deserializer = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build();
        var examples = new Dictionary<string, RuleExample>();
        foreach (var file in Directory.EnumerateFiles(directory, "*.yaml"))
        {
            var rule = Path.GetFileNameWithoutExtension(file);
            if (Cases(deserializer, file).Find(found => found.Breaks is not null) is { Breaks: { } manifest } first)
            {
                examples[rule] = new RuleExample(manifest, [.. first.Says.Where(line => line.Contains($" {rule} ", StringComparison.Ordinal))]);
            }
        }
        return examples;
    }

    private static List<Case> Cases(IDeserializer deserializer, string file)
    {
        try
        {
            return deserializer.Deserialize<List<Case>>(File.ReadAllText(file)) ?? [];
        }
        catch (YamlException exception)
        {
            throw new Failure($"{file}:{exception.Start.Line} is not a list of cases with breaks and says");
        }
    }

    private sealed record Case
    {
        public string? Breaks { get; init; }

        public string[] Says { get; init; } = [];
    }
}
