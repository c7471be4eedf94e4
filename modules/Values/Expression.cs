namespace Orchestrator.Modules.Values;

/// <summary>
/// A value that only Terraform knows: another resource's attribute, a variable of a published module, a function of them.
/// Checks of a property's value skip an expression; everything else about the property is still checked.
/// </summary>
/// <param name="Template">The expression as Terraform's JSON syntax takes it, with its <c>${ }</c>.</param>
public sealed record Expression(string Template)
{
    /// <summary>Whether it may turn out to be null, so that what holds for a property that is not set holds for it.</summary>
    internal bool IsOptional { get; init; }

    /// <summary>An object that it is part of, and that is null exactly where it is: whether there is one is known before its own value. Null where it is part of none.</summary>
    internal string? Holder { get; init; }

    /// <summary>The only literals that it can turn out to be; null where it may be anything.</summary>
    internal IReadOnlyList<object>? Candidates { get; init; }

    /// <summary>An expression from Terraform's native syntax: <c>Of("aws_lb.web.arn")</c> is <c>${aws_lb.web.arn}</c>.</summary>
    public static Expression Of(string text) => new("${" + text + "}");

    /// <summary>The attribute of a resource: <c>Attribute("aws_lb", "web", "arn")</c> is <c>${aws_lb.web.arn}</c>.</summary>
    public static Expression Attribute(string type, string logicalId, string attribute) => Of($"{type}.{logicalId}.{attribute}");

    /// <inheritdoc/>
    public override string ToString() => Template;
}
