using System.Collections;
using System.Runtime.CompilerServices;

namespace Orchestrator.Modules.Values;

/// <summary>
/// A list of values, or one Terraform expression for the whole list. Each element may be an expression too. Written as a
/// collection expression: <c>["subnet-1", Expression.Of("aws_subnet.b.id")]</c>.
/// </summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<Value<T>>, IValueList
    where T : notnull
{
    private readonly IReadOnlyList<Value<T>> _elements;

    internal ValueList(IReadOnlyList<Value<T>> elements, Expression? expression)
    {
        _elements = elements;
        Expression = expression;
    }

    /// <summary>The expression for the whole list, or null where the elements are given one by one.</summary>
    public Expression? Expression { get; }

    /// <summary>How many elements are known; 0 for an expression.</summary>
    public int Count => _elements.Count;

    /// <inheritdoc/>
    public Value<T> this[int index] => _elements[index];

    /// <inheritdoc/>
    public IEnumerator<Value<T>> GetEnumerator() => _elements.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>An expression that gives the whole list.</summary>
    public static implicit operator ValueList<T>(Expression expression) => new([], expression);
}

/// <summary>Builds a <see cref="ValueList{T}"/> from a collection expression.</summary>
public static class ValueList
{
    /// <summary>A list of the given elements.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<Value<T>> elements)
        where T : notnull
        => new(elements.ToArray(), null);
}
