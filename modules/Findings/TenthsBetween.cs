using System.Globalization;
using System.Text.Json.Nodes;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Findings;

/// <summary>A number in tenths between two bounds, both included.</summary>
/// <param name="Minimum">The lowest accepted number.</param>
/// <param name="Maximum">The highest accepted number.</param>
/// <param name="Unit">What the number counts, in the plural.</param>
public sealed record TenthsBetween(decimal Minimum, decimal Maximum, string Unit) : Constraint
{
    /// <inheritdoc/>
    public override string Allowed => string.Create(CultureInfo.InvariantCulture, $"{Minimum} to {Maximum} {Unit} in steps of 0.1");

    /// <inheritdoc/>
    public override string Violation => "is out of range";

    /// <inheritdoc/>
    public override void Describe(JsonObject schema) => (schema["minimum"], schema["maximum"]) = (Minimum, Maximum);

    /// <inheritdoc/>
    public override Syntax Condition(Syntax value) =>
        Expression.Of($"{value} >= {Spelling.Of(Minimum)} && {value} <= {Spelling.Of(Maximum)} && {value} * 10 == floor({value} * 10)").Syntax;

    /// <inheritdoc/>
    public override bool Accepts(object literal) => (literal is int whole ? whole : literal as decimal?) is { } number && number >= Minimum && number <= Maximum && number * 10 % 1 == 0;
}
