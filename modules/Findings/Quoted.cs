using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Findings;

/// <summary>Values as messages show them: a string in quotes, everything else as it is; long strings cut.</summary>
internal static class Quoted
{
    private const int Longest = 100;

    internal static string Of(object literal) => literal is string text ? Text(text) : Spelling.Of(literal);

    private static string Text(string text)
    {
        var visible = string.Concat(text.Select(character => char.IsControl(character) ? $"\\u{(int)character:x4}" : character.ToString()));
        return visible.Length <= Longest ? $"\"{visible}\"" : $"\"{visible[..Longest]}…\" ({text.Length} characters)";
    }
}
