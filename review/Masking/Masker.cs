using System.Buffers;
using System.Text.Json;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Masking;

/// <summary>Turns values into what may be shown. All text of a review goes through here, so that no format can show more than another.</summary>
internal sealed class Masker
{
    /// <summary>What stands for a value that is not shown.</summary>
    internal const string Hidden = "(sensitive)";

    /// <summary>What stands for a value that is known only after the apply.</summary>
    internal const string Unknown = "(known after apply)";

    private const int ShortestInText = 6;
    private const int LongestShown = 160;
    private readonly HashSet<string> _secrets;
    private readonly SearchValues<string> _inText;

    internal Masker(IReadOnlyCollection<string> secrets)
    {
        _secrets = secrets.Where(secret => secret.Length > 0).ToHashSet(StringComparer.Ordinal);
        _inText = SearchValues.Create([.. _secrets.Where(secret => secret.Length >= ShortestInText)], StringComparison.Ordinal);
    }

    /// <summary>Free text, with every secret in it hidden. Secrets shorter than six characters are hidden only where they are the whole text.</summary>
    internal string Text(string text)
    {
        if (_secrets.Contains(text))
        {
            return Hidden;
        }
        var at = text.AsSpan().IndexOfAny(_inText);
        if (at < 0)
        {
            return text;
        }
        var length = _secrets.Where(secret => secret.Length >= ShortestInText && text.AsSpan(at).StartsWith(secret, StringComparison.Ordinal)).Max(secret => secret.Length);
        return $"{text[..at]}{Hidden}{Text(text[(at + length)..])}";
    }

    /// <summary>An attribute's value before and after. It is hidden on both sides if either is sensitive.</summary>
    internal (string Before, string After) Show(ResourceChange change, string path)
    {
        var hides = Sensitivity.Hides(change, path);
        return (Shown(change.Type, path, change.Before.At(path), hides), Shown(change.Type, path, change.After.At(path), hides));
    }

    /// <summary>A value of an output.</summary>
    internal string Show(PlanValue value, bool hides) => Shown("", "", value, hides);

    /// <summary>What identifies the value after the apply, whole where <see cref="Show(ResourceChange, string)"/> cuts; a sensitive one is not told.</summary>
    internal string Identity(ResourceChange change, string path)
    {
        var after = change.After.At(path);
        return after.IsUnknown ? Unknown : Sensitivity.Hides(change, path) ? Hidden : Text(Canonical.Of(change.Type, path, after.Json));
    }

    /// <summary>Cuts text to what fits a line.</summary>
    internal static string Cut(string text) => text.Length <= LongestShown ? text : $"{text[..(char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown)]}…";

    private string Shown(string type, string path, PlanValue value, bool hides) =>
        value.IsUnknown ? Unknown
        : value.IsNull ? "(none)"
        : hides ? Hidden
        : Cut(Value(type, path, value));

    private string Value(string type, string path, PlanValue value) => value.Json.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(", ", Ordered(type, path, value).Select(item => Value(type, path, item)))}]",
        JsonValueKind.Object => $"{{{string.Join(", ", value.Names().Where(name => !value[name].IsNull).Order(StringComparer.Ordinal).Select(name => $"{Text(name)}: {Value(type, $"{path}.{name}", value[name])}"))}}}",
        _ when value.IsUnknown => Unknown,
        JsonValueKind.String when value.Text!.Length == 0 => "\"\"",
        _ => Text(value.Text ?? "(none)"),
    };

    private static IEnumerable<PlanValue> Ordered(string type, string path, PlanValue value) =>
        SetAttributes.Has(type, path) ? value.Items.OrderBy(item => Canonical.Of(type, path, item.Json), StringComparer.Ordinal) : value.Items;
}
