using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Text;

namespace Orchestrator.Modules.State;

/// <summary>What holds of a manifest's stacks.</summary>
internal static class StackRules
{
    private const string Page = "docs/deploy.md";

    /// <summary>What is looked up and not made, and what is of the manifest as a whole.</summary>
    private static readonly string[] InNoStack = ["app", "environment", "region", "accountId", "tags", "backend", "stacks", "network", "suppressions"];

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("STATE286", "The name of a stack is 1 to 16 lower-case letters, digits and hyphens, beginning with a letter.", "It is part of the stack's name, of directories and of state keys.", Page)
            .ForDeclared<StackProps>(CheckName),
        Rule.Error("STATE287", "What a stack holds is declared in the manifest, and is in no other stack.", "What nobody holds would silently stay in the main stack.", Page)
            .For<ManifestProps>(CheckHolds),
        Rule.Error("STATE288", "Stacks do not need each other in a circle.", "None of them could be applied first.", Page)
            .ForAll(CheckCycles),
    ];

    private static void CheckName(Declaration<StackProps> stack, Report report)
    {
        var pattern = new TextMatching("^[a-z][a-z0-9-]*$", 16, "1 to 16 lower-case letters, digits and hyphens, beginning with a letter");
        if (!pattern.Accepts(stack.Name))
        {
            report.Add("", "has a name that is not legal for a stack", Quoted.Of(stack.Name), pattern.Allowed, "choose a short name such as dns");
        }
    }

    private static void CheckHolds(ManifestProps manifest, Report report)
    {
        var known = Things(manifest).ToHashSet();
        var owners = new Dictionary<string, string>();
        foreach (var (name, stack) in manifest.Stacks)
        {
            foreach (var (index, path) in stack.Holds.Index())
            {
                var place = $"stacks.{name}.holds[{index}]";
                if (!known.Contains(path))
                {
                    var hint = Nearest.Hint(path, known);
                    report.Add(place, "holds what is not declared", Quoted.Of(path), "a section with things in it, or one of them as SECTION.NAME", hint.Length > 0 ? hint : "declare it, or take it out");
                }
                else if (!owners.TryAdd(path, name))
                {
                    report.Add(place, "is in another stack already", $"{path}, which {owners[path]} holds", "one stack for each thing", "take it out of one of the two");
                }
            }
        }
    }

    /// <summary>The sections, and what is in them, by their paths.</summary>
    private static IEnumerable<string> Things(ManifestProps manifest) =>
        from property in Shape.Of(typeof(ManifestProps)).Properties
        where !InNoStack.Contains(property.Key) && property.Property.GetValue(manifest) is System.Collections.IDictionary { Count: > 0 }
        let names = ((System.Collections.IDictionary)property.Property.GetValue(manifest)!).Keys.Cast<string>()
        from path in names.Select(name => $"{property.Key}.{name}").Prepend(property.Key)
        select path;

    private static void CheckCycles(Model model, Report report)
    {
        if (model.Of<ManifestProps>().FirstOrDefault() is not { Props: { Stacks.Count: > 0 } manifest })
        {
            return;
        }
        var assignment = new StackAssignment(manifest);
        var reasons = assignment.References(model);
        assignment.InOrder(model, out var cycle);
        if (cycle.Count > 0)
        {
            report.Add("stacks", "need each other in a circle", string.Join(", ", cycle.Zip(cycle.Skip(1), (from, to) => $"{from} needs {to} ({reasons[(from, to)]})")), "an order in which each stack needs only earlier ones", "put what refers to each other into one stack");
        }
    }
}
