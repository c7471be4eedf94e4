using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>Codes that mean healthy, as a health check's matcher lists them: <c>200,202</c> or <c>200-299</c>.</summary>
internal static class StatusCodes
{
    private const string Form = "^[0-9]{1,3}(-[0-9]{1,3})?(,[0-9]{1,3}(-[0-9]{1,3})?)*$";

    /// <summary>Whether a matcher lists codes, or gives ranges of them, all within two bounds.</summary>
    internal static Value<bool> HasCodes(this Value<string> matcher, int first, Value<int> last) =>
        matcher.TryGetLiteral(out var text) && last.TryGetLiteral(out var highest) ? IsWithin(text, first, highest)
        : Expression.Of($$"""
            can(regex({{Syntaxes.OfLiteral(Form)}}, {{matcher}})) && alltrue([for code in regexall("[0-9]+", {{matcher}}) : tonumber(code) >= {{first}} && tonumber(code) <= {{last}}]) && alltrue([for ends in regexall("([0-9]+)-([0-9]+)", {{matcher}}) : tonumber(ends[0]) <= tonumber(ends[1])])
            """);

    private static bool IsWithin(string matcher, int first, int last) =>
        matcher.Split(',').All(part => part.Split('-') is { Length: 1 or 2 } ends
            && ends.All(end => end.Length is > 0 and <= 3 && end.All(char.IsAsciiDigit) && int.Parse(end) >= first && int.Parse(end) <= last)
            && int.Parse(ends[0]) <= int.Parse(ends[^1]));
}
