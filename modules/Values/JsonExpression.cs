using System.Collections;

namespace Orchestrator.Modules.Values;

/// <summary>
/// JSON as an expression of Terraform's, for a published module, in which only Terraform knows what is there: what turns out to be null or empty is left
/// out, as <see cref="JsonTemplate"/> leaves it out here.
/// </summary>
internal static class JsonExpression
{
    private const string IsFilled = """!contains(["null", "[]", "{}"], jsonencode(value))""";

    /// <summary>The template of a tree of <see cref="JsonMap"/>, lists, values and literals.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="resolve">Gives the text behind the tokens of an expression.</param>
    internal static string Template(object tree, Func<string, string> resolve) => Expression.Of($"jsonencode({Of(tree, resolve)})").Template;

    /// <summary>The expression of a part of a tree.</summary>
    internal static string Of(object? node, Func<string, string> resolve) => node switch
    {
        null => "null",
        IValue { Expression: { } expression } => HclExpression.Of(resolve(expression.Template)),
        IValueList { Expression: { } expression } => HclExpression.Of(resolve(expression.Template)),
        IValue value => HclExpression.OfLiteral(value.Literal!),
        JsonMap map => OfMap(map, resolve),
        JsonEach { List.Expression: { } list } each => $"[for element in {HclExpression.Of(resolve(list.Template))} : {Of(each.Item(Expression.Of("element")), resolve)}]",
        JsonEach each => Of(each.List.Select(each.Item), resolve),
        JsonFilter filter => $"[for {filter.Name} in {Of(filter.Items, resolve)} : {filter.Name} if {filter.Condition}]",
        string literal => HclExpression.OfLiteral(literal),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(item => Of(item, resolve)))}]",
        _ => HclExpression.OfLiteral(node),
    };

    private static string OfMap(JsonMap map, Func<string, string> resolve)
    {
        var entries = map.Entries.Where(entry => !JsonTemplate.IsEmpty(entry.Value)).ToList();
        if (entries.Count == 0)
        {
            return "{}";
        }
        var text = $"{{ {string.Join(", ", entries.Select(entry => $"{Key(entry.Key)} = {Of(entry.Value, resolve)}"))} }}";
        return map.IsWhole || entries.All(entry => IsCertain(entry.Value)) ? text : $"{{ for attribute, value in {text} : attribute => value if {IsFilled} }}";
    }

    private static string Key(string key) => TerraformName.IsLegal(key) ? key : HclExpression.OfLiteral(key);

    private static bool IsCertain(object? node) => node switch
    {
        IValue value => value.Expression is not { IsOptional: true },
        string or Enum or ValueType => true,
        _ => false,
    };
}
