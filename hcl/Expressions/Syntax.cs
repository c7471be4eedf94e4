namespace Orchestrator.Hcl.Expressions;

/// <summary>An expression of Terraform's native syntax, as a tree.</summary>
public abstract record Syntax
{
    /// <summary>The expression in the native syntax, on one line.</summary>
    public sealed override string ToString() => Printer.Expression(this);

    /// <summary>A name that is in scope: a variable's, a resource type's, that of a loop.</summary>
    public static Syntax Of(string name) => new NameSyntax(name);

    /// <summary>The attribute of an object.</summary>
    public AttributeSyntax Attribute(string name) => new(this, name);

    /// <summary>Whether it is a string, a number, a boolean or null that is written out.</summary>
    public bool IsLiteral(object? value) => this is LiteralSyntax literal && Equals(literal.Value, value);
}

/// <summary>A string, a number, a boolean or null.</summary>
/// <param name="Value">The value; a whole number is a <see cref="long"/>, any other a <see cref="decimal"/>.</param>
public sealed record LiteralSyntax(object? Value) : Syntax;

/// <summary>Text with expressions in it: <c>"${var.name}-web"</c>.</summary>
/// <param name="Parts">Its text, as literals, and its expressions, in their order.</param>
public sealed record TemplateSyntax(IReadOnlyList<Syntax> Parts) : Syntax
{
    /// <summary>A template of parts: text alone is a literal, one expression alone is that expression.</summary>
    public static Syntax Of(IReadOnlyList<Syntax> parts) =>
        parts.Count == 0 ? new LiteralSyntax("")
        : parts.Count == 1 ? parts[0]
        : parts.All(part => part is LiteralSyntax { Value: string }) ? new LiteralSyntax(string.Concat(parts.Select(part => ((LiteralSyntax)part).Value)))
        : new TemplateSyntax(parts);
}

/// <summary>A name that is in scope.</summary>
public sealed record NameSyntax(string Name) : Syntax;

/// <summary>The attribute of an object: <c>aws_lb.web</c>.</summary>
public sealed record AttributeSyntax(Syntax Target, string Name) : Syntax;

/// <summary>The element of a collection: <c>var.subnets[0]</c>.</summary>
public sealed record IndexSyntax(Syntax Target, Syntax Key) : Syntax;

/// <summary>All elements of a list; of anything else the thing itself unless it is null: <c>var.alarms[*]</c>.</summary>
public sealed record SplatSyntax(Syntax Target) : Syntax;

/// <summary>The call of a function.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="IsExpanded">Whether the elements of the last argument are arguments themselves: <c>merge(var.maps...)</c>.</param>
public sealed record CallSyntax(string Function, IReadOnlyList<Syntax> Arguments, bool IsExpanded = false) : Syntax;

/// <summary><c>!</c> or <c>-</c> before an operand.</summary>
public sealed record UnarySyntax(string Operator, Syntax Operand) : Syntax;

/// <summary>Two operands with an operator between them: a comparison, "and", "or", arithmetic.</summary>
public sealed record BinarySyntax(Syntax Left, string Operator, Syntax Right) : Syntax;

/// <summary>One of two expressions.</summary>
public sealed record ConditionalSyntax(Syntax Condition, Syntax Then, Syntax Otherwise) : Syntax;

/// <summary>A list that is written out.</summary>
public sealed record ListSyntax(IReadOnlyList<Syntax> Items) : Syntax;

/// <summary>An object that is written out.</summary>
public sealed record ObjectSyntax(IReadOnlyList<(Syntax Key, Syntax Value)> Entries) : Syntax;

/// <summary>A list, or with a key an object, that is made of each element of a collection.</summary>
/// <param name="KeyName">What an element's key is called; null where nobody asks for it.</param>
/// <param name="Name">What an element is called.</param>
/// <param name="Collection">The collection.</param>
/// <param name="Key">The key of an entry of the object; null for a list.</param>
/// <param name="Value">The element of the list, or the value of the entry.</param>
public sealed record ForSyntax(string? KeyName, string Name, Syntax Collection, Syntax? Key, Syntax Value) : Syntax
{
    /// <summary>Whether the values of entries with the same key are gathered in a list.</summary>
    public bool IsGrouped { get; init; }

    /// <summary>What holds of the elements that count; null where all of them do.</summary>
    public Syntax? Condition { get; init; }
}

/// <summary>Text that the parser does not know the meaning of. It stands in parentheses wherever it is an operand.</summary>
public sealed record RawSyntax(string Text) : Syntax;
