using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Values;

/// <summary>
/// A value that only Terraform knows: another resource's attribute, a variable of a published module, a function of them. A tree: whatever it becomes part of stays what was meant.
/// Checks of a property's value skip an expression; everything else about the property is still checked.
/// </summary>
public sealed record Expression
{
    private string? _template;
    private Syntax? _syntax;

    /// <summary>An expression from a string of Terraform's JSON syntax.</summary>
    /// <param name="template">The string, with its <c>${ }</c>.</param>
    public Expression(string template) => _template = template;

    internal Expression(Syntax syntax) => _syntax = syntax;

    /// <summary>The expression as Terraform's JSON syntax takes it, with its <c>${ }</c>.</summary>
    public string Template => _template ??= Printer.Template(_syntax!);

    /// <summary>The expression as a tree.</summary>
    internal Syntax Syntax => _syntax ??= Parser.Template(_template!);

    /// <summary>Whether it may turn out to be null, so that what holds for a property that is not set holds for it.</summary>
    internal bool IsOptional { get; init; }

    /// <summary>An object that it is part of, and that is null exactly where it is: whether there is one is known before its own value. Null where it is part of none.</summary>
    internal Syntax? Holder { get; init; }

    /// <summary>An expression from Terraform's native syntax: <c>Of("aws_lb.web.arn")</c> is <c>${aws_lb.web.arn}</c>.</summary>
    public static Expression Of(string text) => new("${" + text + "}");

    /// <summary>The same with values in it: of <c>Of($"lower({name})")</c> the name is an argument, whatever it is.</summary>
    public static Expression Of(ExpressionInterpolation text) => text.Build();

    /// <summary>The attribute of a resource: <c>Attribute("aws_lb", "web", "arn")</c> is <c>${aws_lb.web.arn}</c>.</summary>
    public static Expression Attribute(string type, string logicalId, string attribute) => Of(string.Concat(type, ".", logicalId, ".") + attribute);

    /// <inheritdoc/>
    public override string ToString() => Template;

    /// <inheritdoc/>
    public bool Equals(Expression? other) => other?.Template == Template;

    /// <inheritdoc/>
    public override int GetHashCode() => Template.GetHashCode(StringComparison.Ordinal);
}
