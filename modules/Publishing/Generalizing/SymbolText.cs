using System.Text.RegularExpressions;
using Orchestrator.Hcl;

namespace Orchestrator.Modules.Publishing;

/// <summary>Symbols in text: found, and replaced by what they are called at a place.</summary>
/// <param name="symbols">What they stand for.</param>
/// <param name="conditional">The addresses of resources that are not always made, of which there is one at the most where no key repeats them.</param>
internal sealed partial class SymbolText(Symbols symbols, IReadOnlySet<string> conditional)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>The name of a resource without what stands for its keys: <c>Each0Key_Each1Key_validation</c> is <c>validation</c>.</summary>
    internal static string ResourceName(string logicalId)
    {
        var name = string.Join('_', Key().Replace(logicalId, "").Split(['_', '-'], StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? "this" : name;
    }

    /// <summary>The collections that a resource is made for each element of, the outer one first.</summary>
    internal IReadOnlyList<Collection> LoopsOf(string logicalId) => [.. Key().Matches(logicalId).Select(NumberOf).Where(number => number > 0).Select(symbols.Get)];

    /// <summary>The collections whose elements a text refers to, but for what is repeated in expressions, which has its own.</summary>
    internal IEnumerable<Collection> CollectionsIn(string text) => Symbol().Matches(WithoutRepeated(text)).Select(NumberOf).Where(number => number > 0).Distinct().Select(symbols.Get);

    /// <summary>What of its variables a text refers to, but for maps that it looks something up in: whether that is there, its key says.</summary>
    internal static IEnumerable<string> PathsIn(string text) => Template.Parts(text).Where(part => part.IsExpression).SelectMany(part => Path().Matches(part.Text).Where(match => !IsLookedUpIn(part.Text, match))).Select(match => match.Value);

    private static bool IsLookedUpIn(string expression, Match path) => expression.AsSpan(path.Index + path.Length) is ['[', not '*', ..];

    /// <summary>The beginnings of a path, the shortest first, the path itself last.</summary>
    internal static IEnumerable<string> BeginningsOf(string path) => path.Split('.') is var parts ? Enumerable.Range(1, parts.Length).Select(length => string.Join('.', parts[..length])) : [];

    /// <summary>A collection and those that it is in, the outermost first.</summary>
    internal IEnumerable<Collection> AndOuter(Collection collection) => CollectionsIn(collection.Path).SelectMany(AndOuter).Append(collection);

    /// <summary>The beginnings of a path, and before them those of the collections that nothing repeats over yet and that it begins with an element of.</summary>
    internal IEnumerable<string> BeginningsOf(string path, Scope scope) => CollectionsIn(path)
        .Where(collection => path.StartsWith(collection.Item, StringComparison.Ordinal) && !scope.Has(collection.Number))
        .SelectMany(collection => BeginningsOf(collection.Path, scope))
        .Concat(BeginningsOf(path));

    /// <summary>A template with every symbol replaced.</summary>
    internal string Replace(string template, Scope scope) => string.Concat(Template.Parts(template).Select(part => part.IsExpression
        ? ReplaceInExpression(part.Text, scope)
        : Key().Replace(part.Text, match => $"${{{scope.KeyOf(NumberOf(match))}}}")));

    /// <summary>An expression with every symbol replaced.</summary>
    internal string ReplaceInExpression(string expression, Scope scope)
    {
        if (FirstRepeated(expression, scope) is var (open, close))
        {
            var entries = ExpressionText.Split(expression[(open + 1)..close]);
            return ReplaceInExpression(expression[..open], scope) + (expression[open] == '[' ? List(entries, scope) : Map(entries, scope)) + ReplaceInExpression(expression[(close + 1)..], scope);
        }
        expression = Quoted().Replace(expression, match => KeyOfQuoted(match, scope));
        expression = Address().Replace(expression, match => AddressOf(match.Groups["type"].Value, match.Groups["name"].Value, match.Groups["attribute"].Value, scope));
        expression = Path().Replace(expression, match => Guarded(match.Value, scope));
        foreach (var (path, name) in scope.Opened)
        {
            expression = Regex.Replace(expression, $@"(?<![A-Za-z0-9_.]){Regex.Escape(path)}(?![A-Za-z0-9_])", name, Options, TimeSpan.FromSeconds(1));
        }
        expression = Item().Replace(expression, match => scope.ItemOf(NumberOf(match)));
        return Key().Replace(expression, match => scope.KeyOf(NumberOf(match)));
    }

    /// <summary>A key in quoted text inside of an expression; alone it needs no quotes.</summary>
    private static string KeyOfQuoted(Match match, Scope scope) => Template.Expression(Key().Replace(match.Value[1..^1], key => $"${{{scope.KeyOf(NumberOf(key))}}}"));

    /// <summary>An attribute of an object that may be null would be an error.</summary>
    private string Guarded(string path, Scope scope) =>
        BeginningsOf(path).Reverse().TakeWhile(beginning => !scope.IsOpen(beginning)).Any(beginning => beginning != path && symbols.AppearanceOf(beginning) == Appearance.ObjectIsSet) ? $"try({path}, null)" : path;

    private string AddressOf(string type, string logicalId, string attribute, Scope scope)
    {
        var address = $"{type}.{ResourceName(logicalId)}";
        return LoopsOf(logicalId).Count == 0 && conditional.Contains(address) ? $"one({address}[*]{attribute})" : $"{address}{IndexOf(logicalId, scope)}{attribute}";
    }

    private string IndexOf(string logicalId, Scope scope) => LoopsOf(logicalId) switch
    {
        [] => "",
        [var only] => $"[{scope.KeyOf(only.Number)}]",
        [var outer, var inner] when scope.KeyOf(inner.Number) == $"each.value.{inner.ElementName}_key" => $"[each.key]",
        [var outer, var inner] => $"[\"${{{scope.KeyOf(outer.Number)}}}/${{{scope.KeyOf(inner.Number)}}}\"]",
        _ => throw new InvalidOperationException($"{logicalId} is nested too deeply"),
    };

    private static int NumberOf(Match match) => int.Parse(match.Groups["number"].Value);

    [GeneratedRegex("Each(?<number>[0-9]+)Key", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();

    [GeneratedRegex("\"[A-Za-z0-9_./-]*Each[0-9]+Key[A-Za-z0-9_./-]*\"", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("Each(?<number>[0-9]+)Item", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Item();

    [GeneratedRegex("Each(?<number>[0-9]+)(Key|Item)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Symbol();

    [GeneratedRegex(@"(?<![A-Za-z0-9_.])(var|Each[0-9]+Item)(\.[a-z0-9_]+)*", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Path();

    [GeneratedRegex(@"(?<type>(data\.)?aws_[a-z0-9_]+)\.(?<name>[A-Za-z0-9_-]*Each[0-9]+Key[A-Za-z0-9_-]*)(?<attribute>(\.[a-z0-9_]+)*)", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
