namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Patterns with <c>*</c> for any characters and <c>?</c> for one, as listener rules have them.</summary>
internal static class Wildcards
{
    /// <summary>How many wildcards a pattern has.</summary>
    internal static int Count(string pattern) => pattern.Count(character => character is '*' or '?');

    /// <summary>Whether some text fits both patterns.</summary>
    internal static bool Meet(string one, string other)
    {
        // can[j]: whether the rest of one, from i on, and the rest of other, from j on, have a text in common.
        var can = new bool[other.Length + 1];
        for (var i = one.Length; i >= 0; i--)
        {
            var next = can;
            can = new bool[other.Length + 1];
            for (var j = other.Length; j >= 0; j--)
            {
                can[j] = (i == one.Length && j == other.Length)
                    || (i < one.Length && one[i] == '*' && (next[j] || (j < other.Length && can[j + 1])))
                    || (j < other.Length && other[j] == '*' && (can[j + 1] || (i < one.Length && next[j])))
                    || (i < one.Length && j < other.Length && (one[i] == '?' || other[j] == '?' || one[i] == other[j]) && next[j + 1]);
            }
        }
        return can[0];
    }
}
