using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.State;

/// <summary>Which stack each thing of a manifest is in.</summary>
public sealed class StackAssignment
{
    private readonly Dictionary<string, string> _owners = [];

    internal StackAssignment(ManifestProps manifest)
    {
        Main = $"{manifest.App}-{manifest.Environment}";
        Names = [Main, .. manifest.Stacks.Keys.Select(NameOf)];
        foreach (var (name, stack) in manifest.Stacks)
        {
            foreach (var path in stack.Holds)
            {
                _owners.TryAdd(path, NameOf(name));
            }
        }
    }

    /// <summary>The stack of all that no other one holds: APP-ENVIRONMENT.</summary>
    public string Main { get; }

    /// <summary>The stacks' names, the main one first; the others are APP-ENVIRONMENT-NAME.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The stack that a thing is in.</summary>
    /// <param name="path">The thing's path in the manifest, <c>records.shop</c>, or that of a part of it.</param>
    public string StackOf(string path)
    {
        var parts = path.Split('.', 3);
        return (parts.Length > 1 && _owners.TryGetValue($"{parts[0]}.{parts[1].Split('[')[0]}", out var owner)) || _owners.TryGetValue(parts[0], out owner) ? owner : Main;
    }

    /// <summary>What a stack refers to in another one, the first for each two.</summary>
    /// <param name="model">What the manifest declares.</param>
    internal IReadOnlyDictionary<(string From, string To), string> References(Model model)
    {
        var references = new OrderedDictionary<(string From, string To), string>();
        foreach (var (from, to) in model.References.Where(reference => IsMade(reference.To)))
        {
            if ((StackOf(from), StackOf(to)) is var edge && edge.Item1 != edge.Item2)
            {
                references.TryAdd(edge, $"{from} → {to}");
            }
        }
        return references;
    }

    /// <summary>The stacks, each after those that it refers to; <paramref name="cycle"/> as <see cref="StackGraph"/> says.</summary>
    internal IReadOnlyList<string> InOrder(Model model, out IReadOnlyList<string> cycle)
    {
        var references = References(model);
        return StackGraph.InOrder(Names, stack => references.Keys.Where(edge => edge.From == stack).Select(edge => edge.To), out cycle);
    }

    /// <summary>What exists already is named by its id, which no stack has to make.</summary>
    private static bool IsMade(string path) => !path.StartsWith("network.", StringComparison.Ordinal) && !path.StartsWith("existing", StringComparison.Ordinal);

    private string NameOf(string name) => $"{Main}-{name}";
}
