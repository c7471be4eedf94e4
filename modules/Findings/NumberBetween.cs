using System.Text.Json.Nodes;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Findings;

/// <summary>An integer between two bounds, both included.</summary>
/// <param name="Minimum">The lowest accepted number.</param>
/// <param name="Maximum">The highest accepted number.</param>
/// <param name="Unit">What the number counts, in the plural; empty for a plain number.</param>
public sealed record NumberBetween(int Minimum, int Maximum, string Unit = "") : Constraint
{
    /// <inheritdoc/>
    public override string Allowed => $"{Minimum} to {Maximum}{(Unit.Length == 0 ? "" : " ")}{Unit}";

    /// <inheritdoc/>
    public override string Violation => "is out of range";

    /// <inheritdoc/>
    public override void Describe(JsonObject schema) => (schema["minimum"], schema["maximum"]) = (Minimum, Maximum);

    /// <inheritdoc/>
    public override Syntax Condition(Syntax value) => Expression.Of($"{value} >= {Minimum} && {value} <= {Maximum}").Syntax;

    /// <inheritdoc/>
    public override bool Accepts(object literal) => literal is int number && number >= Minimum && number <= Maximum;
}
