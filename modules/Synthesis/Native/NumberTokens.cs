using System.Globalization;

namespace Orchestrator.Modules.Synthesis;

/// <summary>CDKTF looks in every string for numbers that stand for expressions, and refuses one that it does not know.</summary>
internal static class NumberTokens
{
    /// <summary>Whether CDKTF would take a part of a text for such a number.</summary>
    internal static bool AreIn(string text)
    {
        for (var at = text.IndexOf('e'); at >= 0; at = text.IndexOf('e', at + 1))
        {
            if (at > 0 && at + 1 < text.Length && IsOfMantissa(text[at - 1]) && (IsOfMantissa(text[at + 1]) || text[at + 1] is 'e' or 'E'))
            {
                var begin = at;
                while (begin > 0 && IsOfMantissa(text[begin - 1]))
                {
                    begin--;
                }
                if (NativeTokens.IsToken(ParseFloat(text.AsSpan(begin))))
                {
                    return true;
                }
            }
        }
        return false;
    }

    // CDKTF's regular expression is [-|\d|.\+]+(e[-|\d|.|e|E|\+]+).
    private static bool IsOfMantissa(char character) => char.IsAsciiDigit(character) || character is '-' or '|' or '.' or '+';

    /// <summary>The number that a text begins with, as JavaScript's parseFloat reads it.</summary>
    private static double ParseFloat(ReadOnlySpan<char> text)
    {
        var end = text is ['-' or '+', ..] ? 1 : 0;
        end += DigitsAt(text[end..]);
        if (end < text.Length && text[end] == '.')
        {
            end += 1 + DigitsAt(text[(end + 1)..]);
        }
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var exponent = end + 1 < text.Length && text[end + 1] is '-' or '+' ? end + 2 : end + 1;
            var digits = exponent < text.Length ? DigitsAt(text[exponent..]) : 0;
            end = digits > 0 ? exponent + digits : end;
        }
        return double.TryParse(text[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }

    private static int DigitsAt(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
        {
            count++;
        }
        return count;
    }
}
