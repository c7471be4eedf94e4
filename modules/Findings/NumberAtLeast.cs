using System.Text.Json.Nodes;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Findings;

/// <summary>A number that is not below a bound.</summary>
/// <param name="Minimum">The lowest accepted number.</param>
/// <param name="Unit">What the number counts, in the plural; empty for a plain number.</param>
public sealed record NumberAtLeast(int Minimum, string Unit = "") : Constraint
{
    /// <inheritdoc/>
    public override string Allowed => $"{Minimum}{(Unit.Length == 0 ? "" : " ")}{Unit} or more";

    /// <inheritdoc/>
    public override string Violation => "is too small";

    /// <inheritdoc/>
    public override void Describe(JsonObject schema) => schema["minimum"] = Minimum;

    /// <inheritdoc/>
    public override Syntax Condition(Syntax value) => Expression.Of($"{value} >= {Minimum}").Syntax;

    /// <inheritdoc/>
    public override bool Accepts(object literal) => literal is int number && number >= Minimum || literal is decimal fraction && fraction >= Minimum;
}
