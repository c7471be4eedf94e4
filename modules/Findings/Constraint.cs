using System.Text.Json.Nodes;
using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Findings;

/// <summary>What a rule asks of one value. Being data, it also becomes a bound in the JSON Schema.</summary>
public abstract record Constraint
{
    /// <summary>The accepted values, for a message: <c>5 to 300 seconds</c>.</summary>
    public abstract string Allowed { get; }

    /// <summary>What a value that is not accepted does: <c>is out of range</c>.</summary>
    public abstract string Violation { get; }

    /// <summary>Adds itself to the JSON Schema of the value.</summary>
    public abstract void Describe(JsonObject schema);

    /// <summary>What it asks as a condition of Terraform's.</summary>
    /// <param name="value">The expression of a value that is not null.</param>
    public abstract Syntax Condition(Syntax value);

    /// <summary>Whether a literal is accepted.</summary>
    public abstract bool Accepts(object literal);
}
