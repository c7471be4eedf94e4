namespace Orchestrator.Modules.Values;

/// <summary>A <see cref="ValueList{T}"/> whose elements' type does not matter.</summary>
internal interface IValueList
{
    /// <summary>The expression for the whole list, or null where the elements are given one by one.</summary>
    Expression? Expression { get; }
}
