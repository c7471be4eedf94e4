using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Publishing;

/// <summary>Lists and objects in expressions, one of whose entries stands for all of a collection.</summary>
internal sealed partial class SymbolText
{
    /// <summary>The collection that an entry is repeated for each element of, the outermost one; null for an entry that stands for itself.</summary>
    private Collection? LoopOf(string entry, Scope scope) => CollectionsIn(entry).SelectMany(AndOuter).FirstOrDefault(collection => !scope.Has(collection.Number));

    /// <summary>The first list or object with such an entry: where it is opened and closed.</summary>
    private (int Open, int Close)? FirstRepeated(string expression, Scope scope)
    {
        foreach (var (open, close) in ExpressionText.Brackets(expression))
        {
            var content = expression[(open + 1)..close];
            if (ExpressionText.ListsEntries(expression, open, close) && ExpressionText.Split(content).Any(entry => LoopOf(expression[open] == '[' ? entry : KeyOfEntry(entry), scope) is not null))
            {
                return (open, close);
            }
            if (FirstRepeated(content, scope) is var (innerOpen, innerClose))
            {
                return (open + 1 + innerOpen, open + 1 + innerClose);
            }
        }
        return null;
    }

    /// <summary>A text without the lists in it, and without the entries of objects whose keys stand for all of a collection's.</summary>
    private static string WithoutRepeated(string text)
    {
        var rest = text;
        foreach (var (open, close) in ExpressionText.Brackets(text).Reverse())
        {
            var content = text[(open + 1)..close];
            var kept = !ExpressionText.ListsEntries(text, open, close) ? WithoutRepeated(content)
                : text[open] == '[' ? ""
                : string.Join(", ", ExpressionText.Split(content).Where(entry => !Key().IsMatch(KeyOfEntry(entry))).Select(WithoutRepeated));
            rest = rest[..(open + 1)] + kept + rest[close..];
        }
        return rest;
    }

    /// <summary>Whether there is a symbol in an expression.</summary>
    internal static bool HasSymbols(string expression) => Symbol().IsMatch(expression);

    private static string KeyOfEntry(string entry) => ExpressionText.IndexOf(entry, " = ") is var sign and >= 0 ? entry[..sign] : "";

    private string List(IReadOnlyList<string> entries, Scope scope)
    {
        var (parts, own) = (new List<string>(), new List<string>());
        foreach (var entry in entries)
        {
            if (LoopOf(entry, scope) is null)
            {
                own.Add(ReplaceInExpression(entry, scope));
                continue;
            }
            AddOwn();
            parts.Add(Loop(entry, scope));
        }
        AddOwn();
        return parts.Count == 1 ? parts[0] : $"concat({string.Join(", ", parts)})";

        void AddOwn()
        {
            if (own.Count > 0)
            {
                parts.Add($"[{string.Join(", ", own)}]");
                own.Clear();
            }
        }
    }

    private string Loop(string entry, Scope scope)
    {
        var collection = LoopOf(entry, scope)!;
        var key = $"{collection.ElementName}_key";
        var inner = scope.With(collection, key, collection.ElementName);
        var isNested = LoopOf(entry, inner) is not null;
        var element = isNested ? Loop(entry, inner) : ReplaceInExpression(entry, inner);
        var loop = $"[for {(Regex.IsMatch(element, $@"\b{key}\b", Options, TimeSpan.FromSeconds(1)) ? $"{key}, " : "")}{collection.ElementName} in {TriedElements(collection, scope)} : {element}]";
        return isNested ? $"flatten({loop})" : loop;
    }

    private string Map(IReadOnlyList<string> entries, Scope scope)
    {
        var own = entries.Where(entry => LoopOf(KeyOfEntry(entry), scope) is null).ToList();
        var parts = entries.Except(own).Select(entry =>
        {
            var collection = LoopOf(KeyOfEntry(entry), scope)!;
            var key = $"{collection.ElementName}_key";
            var inner = scope.With(collection, key, collection.ElementName);
            var value = ReplaceInExpression(entry[(KeyOfEntry(entry).Length + 3)..], inner);
            return value == collection.ElementName ? TriedElements(collection, scope) : $"{{ for {key}, {collection.ElementName} in {TriedElements(collection, scope)} : {key} => {value} }}";
        }).ToList();
        if (own.Count > 0)
        {
            parts.Insert(0, $"{{ {string.Join(", ", own.Select(entry => ReplaceInExpression(entry, scope)))} }}");
        }
        return parts.Count == 1 ? parts[0] : $"merge({string.Join(", ", parts)})";
    }

    /// <summary>A collection as an expression; an empty one where it is in an object that is null.</summary>
    internal string Elements(Collection collection, Scope scope)
    {
        var (path, optional) = ElementsOf(collection, scope);
        return optional is null ? path : $"{optional} != null ? {path} : {NoneOf(collection)}";
    }

    /// <summary>The same for a value of which nothing need be known before the apply.</summary>
    private string TriedElements(Collection collection, Scope scope)
    {
        var (path, optional) = ElementsOf(collection, scope);
        return optional is null ? path : $"try({path}, {NoneOf(collection)})";
    }

    /// <summary>A collection, and the object that it is in where that may be null.</summary>
    private (string Path, string? Optional) ElementsOf(Collection collection, Scope scope)
    {
        var optional = BeginningsOf(collection.Path).FirstOrDefault(beginning => beginning != collection.Path && symbols.AppearanceOf(beginning) == Appearance.ObjectIsSet && !scope.IsOpen(beginning));
        var name = optional is null ? null : ReplaceInExpression(optional, scope);
        return (ReplaceInExpression(collection.Path, name is null ? scope : scope.With(optional!, name)), name);
    }

    private static string NoneOf(Collection collection) => collection.IsList ? "[]" : "{}";
}
