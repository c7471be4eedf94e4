using System.Buffers;
using System.Text.Json;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Masking;

/// <summary>Turns values into what may be shown. All text of a review goes through here, so that no format can show more than another.</summary>
public sealed class Masker
{
    /// <summary>What stands for a value that is not shown.</summary>
    public const string Hidden = "(sensitive)";

    /// <summary>What stands for a value that is known only after the apply.</summary>
    internal const string Unknown = "(known after apply)";

    private const int LongestShown = 160;
    private const int ShortestLine = 6;
    private readonly HashSet<string> _secrets;
    private readonly SearchValues<string> _inText;

    internal Masker(IReadOnlyCollection<string> secrets)
    {
        _secrets = secrets.SelectMany(Forms).ToHashSet(StringComparer.Ordinal);
        _inText = SearchValues.Create([.. _secrets], StringComparison.Ordinal);
    }

    /// <summary>Free text, with every secret in it hidden.</summary>
    public string Text(string text)
    {
        var at = text.AsSpan().IndexOfAny(_inText);
        if (at < 0)
        {
            return text;
        }
        var length = _secrets.Where(secret => text.AsSpan(at).StartsWith(secret, StringComparison.Ordinal)).Max(secret => secret.Length);
        return $"{text[..at]}{Hidden}{Text(text[(at + length)..])}";
    }

    /// <summary>Whether a name, of an attribute or an output, says that its value is a secret.</summary>
    public static bool IsSecret(string name) => Sensitivity.IsSecret(name);

    /// <summary>An attribute's value before and after. It is hidden on both sides if either is sensitive.</summary>
    internal (string Before, string After) Show(ResourceChange change, string path)
    {
        var hides = Sensitivity.Hides(change, path);
        var (before, after) = (change.Before.At(path), change.After.At(path));
        var (left, right) = (Whole(change.Type, path, before, hides), Whole(change.Type, path, after, hides));
        if (Math.Max(left.Length, right.Length) > LongestShown && before.Json.ValueKind == JsonValueKind.Array && after.Json.ValueKind == JsonValueKind.Array && !hides)
        {
            (left, right) = (WithoutCommon(change.Type, path, before, after), WithoutCommon(change.Type, path, after, before));
        }
        return (Cut(left), Cut(right));
    }

    /// <summary>A list without the elements that the other side has too: of a long one, what differs would be cut off.</summary>
    private string WithoutCommon(string type, string path, PlanValue value, PlanValue other)
    {
        var others = other.Items.Select(item => Value(type, path, item)).ToHashSet(StringComparer.Ordinal);
        var own = Ordered(type, path, value).Select(item => Value(type, path, item)).Where(text => !others.Contains(text)).ToList();
        return value.Items.Count == own.Count ? $"[{string.Join(", ", own)}]" : $"[{string.Join(", ", own.Append($"and {value.Items.Count - own.Count} that stay"))}]";
    }

    /// <summary>A value of an output.</summary>
    internal string Show(PlanValue value, bool hides) => Cut(Whole("", "", value, hides));

    /// <summary>What identifies the value after the apply, whole where <see cref="Show(ResourceChange, string)"/> cuts; a sensitive one is not told.</summary>
    internal string Identity(ResourceChange change, string path)
    {
        var after = change.After.At(path);
        return after.IsUnknown ? Unknown : Sensitivity.Hides(change, path) ? Hidden : Text(Canonical.Of(change.Type, path, after.Json));
    }

    /// <summary>Cuts text to what fits a line.</summary>
    internal static string Cut(string text) => text.Length <= LongestShown ? text : $"{text[..(char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown)]}…";

    /// <summary>A secret as it is, as Terraform quotes it, and its lines, since Terraform prints them one by one.</summary>
    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        if (secret.AsSpan().IndexOfAny('"', '\\') >= 0)
        {
            yield return secret.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        }
        if (secret.Contains('\n', StringComparison.Ordinal))
        {
            foreach (var line in secret.Split('\n').Select(line => line.Trim()).Where(line => line.Length >= ShortestLine))
            {
                yield return line;
            }
        }
    }

    private string Whole(string type, string path, PlanValue value, bool hides) =>
        value.IsUnknown ? Unknown
        : value.IsNull ? "(none)"
        : hides ? Hidden
        : Value(type, path, value);

    private string Value(string type, string path, PlanValue value) => value.Json.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(", ", Ordered(type, path, value).Select(item => Value(type, path, item)))}]",
        JsonValueKind.Object => $"{{{string.Join(", ", Told(value).Order(StringComparer.Ordinal).Select(name => $"{Text(name)}: {Value(type, $"{path}.{name}", value[name])}"))}}}",
        _ when value.IsUnknown => Unknown,
        JsonValueKind.String when value.Text!.Length == 0 => "\"\"",
        _ => Text(value.Text ?? "(none)"),
    };

    /// <summary>The members that say something: what AWS will fill in tells nothing beside what is known.</summary>
    private static IEnumerable<string> Told(PlanValue value)
    {
        var members = value.Names().Where(name => !value[name].IsNull && value[name].Text is not "").ToList();
        return members.Exists(name => !value[name].IsUnknown) ? members.Where(name => !value[name].IsUnknown) : members;
    }

    private static IEnumerable<PlanValue> Ordered(string type, string path, PlanValue value) =>
        (SetAttributes.Has(type, path) ? value.Items.OrderBy(item => Canonical.Of(type, path, item.Json), StringComparer.Ordinal) : value.Items.AsEnumerable())
            .Where(item => item.IsUnknown || item.Json.ValueKind != JsonValueKind.Undefined);
}
