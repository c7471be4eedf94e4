using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Findings;

/// <summary>A string of a limited length that a regular expression matches as a whole.</summary>
/// <param name="Pattern">The pattern, in the syntax that .NET, ECMAScript and RE2 share, anchored at both ends.</param>
/// <param name="MaximumLength">The longest accepted string, in characters.</param>
/// <param name="Description">The accepted strings, in words.</param>
public sealed record TextMatching(string Pattern, int MaximumLength, string Description) : Constraint
{
    // Most of a catalogue's are asked nothing. What does not backtrack is compiled at each start, in a hundred methods.
    private readonly Lazy<Regex> _pattern = new(() => new Regex(Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    /// <inheritdoc/>
    public override string Allowed => Description;

    /// <inheritdoc/>
    public override string Violation => "is not legal";

    /// <inheritdoc/>
    public override void Describe(JsonObject schema) => (schema["pattern"], schema["maxLength"]) = (Pattern, MaximumLength);

    /// <inheritdoc/>
    public override Syntax Condition(Syntax value) => Expression.Of($"length({value}) <= {MaximumLength} && can(regex({Syntaxes.OfLiteral(Pattern)}, {value}))").Syntax;

    /// <inheritdoc/>
    /// <remarks>.NET's <c>$</c> is also before a line break at the end.</remarks>
    public override bool Accepts(object literal) => literal is string text && text.Length <= MaximumLength && !text.EndsWith('\n') && _pattern.Value.IsMatch(text);
}
