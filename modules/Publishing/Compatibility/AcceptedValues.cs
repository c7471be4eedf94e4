using System.Globalization;

namespace Orchestrator.Modules.Publishing;

/// <summary>The values that a validation accepts, where they can be compared with those of another.</summary>
internal abstract record AcceptedValues
{
    /// <summary>The values, for a message.</summary>
    internal abstract string Text { get; }

    /// <summary>Whether every value of others is among these; null where that cannot be told.</summary>
    internal abstract bool? Includes(AcceptedValues others);

    /// <summary>Whether a literal, as Terraform writes it, is surely accepted.</summary>
    internal abstract bool Accepts(string literal);
}

/// <summary>Numbers that are not below a bound, nor above another where there is one.</summary>
internal sealed record NumberRange(long Minimum, long? Maximum) : AcceptedValues
{
    internal override string Text => Maximum is null ? $"{Minimum} or more" : $"{Minimum} to {Maximum}";

    internal override bool? Includes(AcceptedValues others) => others is NumberRange range ? Minimum <= range.Minimum && (Maximum is null || range.Maximum <= Maximum) : null;

    internal override bool Accepts(string literal) => long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= Minimum && !(number > Maximum);
}

/// <summary>Some values.</summary>
/// <param name="Literals">The values, as Terraform writes them.</param>
internal sealed record Members(IReadOnlyList<string> Literals) : AcceptedValues
{
    internal override string Text => string.Join(", ", Literals);

    internal override bool? Includes(AcceptedValues others) => others is Members members ? members.Literals.All(Literals.Contains) : null;

    internal override bool Accepts(string literal) => Literals.Contains(literal);
}

/// <summary>Strings of a limited length that a pattern matches.</summary>
/// <param name="Pattern">The pattern, as Terraform writes it. Of two patterns nobody can tell whether one matches no less than the other.</param>
/// <param name="MaximumLength">The longest, in characters.</param>
internal sealed record MatchingText(string Pattern, long MaximumLength) : AcceptedValues
{
    internal override string Text => $"at most {MaximumLength} characters";

    internal override bool? Includes(AcceptedValues others) => others is MatchingText text && text.Pattern == Pattern ? text.MaximumLength <= MaximumLength : null;

    internal override bool Accepts(string literal) => false;
}

/// <summary>Whatever is not null.</summary>
internal sealed record Anything : AcceptedValues
{
    internal override string Text => "anything but null";

    internal override bool? Includes(AcceptedValues others) => true;

    internal override bool Accepts(string literal) => true;
}
