using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Names;

/// <summary>What holds of tags, whatever has them.</summary>
internal static class TagRules
{
    private const int Most = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TAG346", "A resource has at most 50 tags, with keys of at most 128 characters that do not begin with \"aws:\" and values of at most 256.", "AWS rejects them, or all that has them.", "Tagging AWS resources, naming limits and requirements; ECS Tag.key, value; EC2 Tag.Key, Value; elbv2 Tag.Key, Value")
            .ForAll(Check),
    ];

    private static void Check(Model model, Report report)
    {
        var common = model.Of<ManifestProps>().FirstOrDefault()?.Props.Tags ?? new Dictionary<string, Value<string>>();
        foreach (var declaration in model.Declarations)
        {
            foreach (var (path, tags) in PropertyValues.MapsNamed("Tags", declaration.Props))
            {
                // What is made has app, environment and a name beside its own.
                var all = tags.Keys.Concat(common.Keys).Append("app").Append("environment").Append("Name").Distinct(StringComparer.Ordinal).Count();
                if (tags.Count > 0 && all > Most)
                {
                    report.At(declaration).Add(path, "are too many", $"{all} with those of the stack", $"at most {Most}", "remove some");
                }
                foreach (var (key, value) in tags)
                {
                    CheckTag($"{path}.{key}", key, value, report.At(declaration));
                }
            }
        }
    }

    private static void CheckTag(string path, string key, Value<string> value, Report report)
    {
        if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
        {
            report.Add(path, "begins with \"aws:\", which is AWS's own", Quoted.Of(key), "another beginning", "rename the tag");
        }
        else if (key.Length > LongestKey)
        {
            report.Add(path, "is a key that is too long", $"{key.Length} characters", $"at most {LongestKey} characters", "shorten the tag");
        }
        if (value.TryGetLiteral(out var text) && text.Length > LongestValue)
        {
            report.Add(path, "has a value that is too long", $"{text.Length} characters", $"at most {LongestValue} characters", "shorten it");
        }
    }
}
