namespace Orchestrator.Modules.Values;

/// <summary>A <see cref="Value{T}"/> whose type does not matter.</summary>
public interface IValue
{
    /// <summary>The expression, or null for a literal.</summary>
    Expression? Expression { get; }

    /// <summary>The literal, or null for an expression.</summary>
    object? Literal { get; }
}
