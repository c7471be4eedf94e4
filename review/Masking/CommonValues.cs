namespace Orchestrator.Review.Masking;

/// <summary>
/// Values that are no secrets by being equal to one: they are hidden in the place that is marked, and shown where they stand for
/// something else. A sensitive <c>production</c> would otherwise hide the name of every module.
/// </summary>
internal sealed class CommonValues
{
    private const int ShortestSecret = 6;
    private const int ShortestNumber = 8;
    private const int LongestWord = 16;
    private readonly HashSet<string> _names;

    /// <param name="names">The names of types, resources and modules: Terraform allows no secret in them.</param>
    internal CommonValues(IEnumerable<string> names) => _names = names.ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a value is too short, a small number, a single word, or a name of the configuration.</summary>
    internal bool Contains(string value) =>
        value.Length < ShortestSecret
        || value.Length < ShortestNumber && value.All(char.IsAsciiDigit)
        || value.Length <= LongestWord && IsWord(value)
        || _names.Contains(value);

    private static bool IsWord(string value) => value.Skip(1).All(char.IsAsciiLetterLower) && char.IsAsciiLetter(value[0]) || value.All(char.IsAsciiLetterUpper);
}
