using System.Text.RegularExpressions;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>
/// The regular expressions of Application Load Balancers: without lookarounds, backreferences, atomic groups, possessive quantifiers, recursion and Unicode classes
/// (Application Load Balancers guide, listener rules).
/// </summary>
internal static partial class BalancerRegex
{
    /// <summary>What is wrong with one, in words; null where nothing is known to be.</summary>
    internal static string? Mistake(string text, int longest)
    {
        if (text.Length is 0 || text.Length > longest)
        {
            return text.Length == 0 ? "is empty" : "is too long";
        }
        if (UnicodeClass().IsMatch(text))
        {
            return "has a Unicode class";
        }
        try
        {
            // This engine refuses what needs backtracking, as the load balancer's does.
            _ = new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return null;
        }
        catch (NotSupportedException)
        {
            return "has a lookaround, a backreference or an atomic group";
        }
        catch (ArgumentException)
        {
            return "is not a regular expression";
        }
    }

    [GeneratedRegex(@"(?<!\\)(\\\\)*\\[pP]\{", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnicodeClass();
}
