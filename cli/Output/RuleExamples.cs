using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

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
        var examples = new Dictionary<string, RuleExample>();
        foreach (var file in Directory.EnumerateFiles(directory, "*.yaml"))
        {
            var rule = Path.GetFileNameWithoutExtension(file);
            if (Cases(file).FirstOrDefault(found => found.Breaks is not null) is { Breaks: { } manifest } first)
            {
                examples[rule] = new RuleExample(manifest, [.. first.Says.Where(line => line.Contains($" {rule} ", StringComparison.Ordinal))]);
            }
        }
        return examples;
    }

    private static IReadOnlyList<(string? Breaks, IEnumerable<string> Says)> Cases(string file)
    {
        try
        {
            using var reader = File.OpenText(file);
            var stream = new YamlStream();
            stream.Load(reader);
            return [.. stream.Documents.SelectMany(document => Nodes(document.RootNode)).Select(Case)];
        }
        catch (YamlException exception)
        {
            throw new Failure($"{file}:{exception.Start.Line} is not a list of cases with breaks and says");
        }
    }

    private static (string? Breaks, IEnumerable<string> Says) Case(YamlNode node)
    {
        var entries = node is YamlMappingNode mapping ? mapping.Children : throw Unlike(node);
        return (entries.TryGetValue("breaks", out var breaks) ? Text(breaks) : null, entries.TryGetValue("says", out var says) ? Nodes(says).Select(Text) : []);
    }

    private static IEnumerable<YamlNode> Nodes(YamlNode node) => node is YamlSequenceNode list ? list.Children : throw Unlike(node);

    private static string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? throw Unlike(node);

    private static YamlException Unlike(YamlNode node) => new(node.Start, node.End, "another kind of node");
}
