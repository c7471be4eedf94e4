using System.Text.RegularExpressions;
using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Publishing;

/// <summary>What in a module's configuration stands for something that its caller decides.</summary>
internal sealed partial class Symbols
{
    /// <summary>Stands for the variable <c>name</c>, from which everything in the module has its name.</summary>
    internal const string Name = "Each0Key";

    private readonly List<Collection> _collections = [];
    private readonly Dictionary<string, Appearance> _optional = [];

    /// <summary>Adds a collection.</summary>
    internal Collection Add(string path, string elementName, bool isOfScalars, string? block = null, bool isList = false)
    {
        var collection = new Collection(_collections.Count + 1, path, elementName, isOfScalars, block, isList);
        _collections.Add(collection);
        return collection;
    }

    /// <summary>Notes what may not be there, by its expression.</summary>
    internal void AddOptional(string path, Appearance appearance) => _optional[path] = appearance;

    /// <summary>The collection whose elements' keys a symbol stands for.</summary>
    internal Collection Of(string key) => _collections.Single(collection => collection.Key == key);

    /// <summary>The collection whose elements a symbol stands for; null for any other name.</summary>
    internal Collection? OfItem(string name) => _collections.Find(collection => collection.Item == name);

    /// <summary>The collections whose keys are in a name, in their order.</summary>
    internal IEnumerable<Collection> In(string name) => Key().Matches(name).Select(NumberOf).Where(number => number > 0).Select(number => _collections[number - 1]);

    /// <summary>When what an expression gives counts as being there; null for what always is.</summary>
    internal Appearance? AppearanceOf(string path) => _optional.TryGetValue(path, out var appearance) ? appearance : null;

    /// <summary>Whether a name has a key in it.</summary>
    internal static bool HasKey(string name) => Key().IsMatch(name);

    /// <summary>A text with what its keys are called at a place.</summary>
    internal static Syntax Named(string text, Scope scope)
    {
        var (parts, start) = (new List<Syntax>(), 0);
        foreach (Match match in Key().Matches(text))
        {
            if (match.Index > start)
            {
                parts.Add(new LiteralSyntax(text[start..match.Index]));
            }
            parts.Add(scope.KeyOf(NumberOf(match)));
            start = match.Index + match.Length;
        }
        return TemplateSyntax.Of(start == text.Length ? parts : [.. parts, new LiteralSyntax(text[start..])]);
    }

    /// <summary>The name of a resource without what stands for its keys: <c>Each0Key_Each1Key_validation</c> is <c>validation</c>.</summary>
    internal static string ResourceName(string logicalId)
    {
        var name = string.Join('_', Key().Replace(logicalId, "").Split(['_', '-'], StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? "this" : name;
    }

    private static int NumberOf(Match match) => int.Parse(match.Groups["number"].Value);

    [GeneratedRegex("Each(?<number>[0-9]+)Key", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}

/// <summary>When something counts as being there.</summary>
internal enum Appearance
{
    /// <summary>A plain value: when it is not null.</summary>
    ScalarIsSet,

    /// <summary>An object: when it is not null.</summary>
    ObjectIsSet,

    /// <summary>A list: when it is not empty.</summary>
    ListIsFilled,

    /// <summary>A boolean: when it is true.</summary>
    SwitchIsOn,
}
