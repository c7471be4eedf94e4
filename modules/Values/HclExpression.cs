using Orchestrator.Hcl;

namespace Orchestrator.Modules.Values;

/// <summary>Terraform's two ways to write a value: a template with <c>${ }</c> in it, and the expression itself.</summary>
internal static class HclExpression
{
    /// <summary>The expression that a template stands for: <c>${var.name}</c> is <c>var.name</c>, <c>${var.name}/x</c> is <c>"${var.name}/x"</c>.</summary>
    internal static string Of(string template) => Template.Expression(template);

    /// <summary>The expression of a value; a literal's own spelling where it is one.</summary>
    internal static string Of(IValue value) => value.Expression is { } expression ? Of(expression.Template) : OfLiteral(value.Literal!);

    /// <summary>The expression of a list.</summary>
    internal static string OfList(ValueList<string> list) => list.Expression is { } expression ? Of(expression.Template) : $"[{string.Join(", ", list.Select(Of))}]";

    /// <summary>A literal as an expression.</summary>
    internal static string OfLiteral(object literal) => literal is string or Enum ? Template.Literal(Spelling.Of(literal)) : Spelling.Of(literal);
}
