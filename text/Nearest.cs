namespace Orchestrator.Text;

/// <summary>Guesses what somebody meant.</summary>
public static class Nearest
{
    /// <summary>The longest word that is worth guessing; the work grows with the square of it.</summary>
    private const int Longest = 100;

    /// <summary>"did you mean X?" for the candidate that needs the fewest edits, or an empty string where none is near.</summary>
    public static string Hint(string word, IEnumerable<string> candidates)
    {
        var best = candidates
            .Where(candidate => word.Length <= Longest && candidate.Length <= Longest)
            .Select(candidate => (Distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant()), Candidate: candidate))
            .Where(pair => pair.Distance <= Math.Max(2, word.Length / 2))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();
        return best is null ? "" : $"did you mean {best}?";
    }

    /// <summary>The candidate that needs the fewest edits, at most as many as given; null where none does.</summary>
    public static string? Within(int edits, string word, IEnumerable<string> candidates) => word.Length > Longest ? null : candidates
        .Where(candidate => Math.Abs(candidate.Length - word.Length) <= edits)
        .Select(candidate => (Distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant()), Candidate: candidate))
        .Where(pair => pair.Distance <= edits)
        .OrderBy(pair => pair.Distance)
        .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
        .Select(pair => pair.Candidate)
        .FirstOrDefault();

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }
        return row[b.Length];
    }
}
