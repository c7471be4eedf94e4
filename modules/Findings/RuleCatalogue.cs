using System.Collections.Frozen;

namespace Orchestrator.Modules.Findings;

/// <summary>Every rule there is, in one place. The areas' rules are given by who knows the areas.</summary>
public static class RuleCatalogue
{
    private static readonly Lazy<FrozenDictionary<string, Rule>> ById = new(static () => All.ToFrozenDictionary(rule => rule.Id));

    private static Lazy<IReadOnlyList<Rule>>? _all;

    /// <summary>The rules, in the order in which they are checked and documented.</summary>
    public static IReadOnlyList<Rule> All => _all!.Value;

    /// <summary>The rule of an id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such rule.</exception>
    public static Rule Get(string id) => ById.Value[id];

    /// <summary>Whether there is a rule of that id.</summary>
    public static bool Has(string id) => ById.Value.ContainsKey(id);

    /// <summary>Says what the rules are.</summary>
    /// <param name="rules">Gives them when they are first asked for.</param>
    internal static void Fill(Func<IReadOnlyList<Rule>> rules) => _all = new(rules);
}
