using System.Globalization;
using HashiCorp.Cdktf;

namespace Orchestrator.Modules.Synthesis;

/// <summary>
/// What stands for an expression where the bindings want a number, a list or a map: the same encodings as CDKTF's, so that none can be mistaken for a value.
/// </summary>
internal sealed class NativeTokens
{
    private const string ListBegin = "#{TfToken[";
    private const string MapBegin = "&{TfToken[";
    private const string End = "]}";
    private const int MarkShift = 48;
    private const ulong NumberMark = 0xfdff;

    private readonly List<string> _templates = [];

    /// <summary>A list.</summary>
    internal string[] List(string template) => [$"{ListBegin}{Add(template)}{End}"];

    /// <summary>A map.</summary>
    internal Dictionary<string, string> Map(string template) => new() { [$"{MapBegin}{Add(template)}{End}"] = "" };

    /// <summary>A number.</summary>
    internal double Number(string template) => BitConverter.UInt64BitsToDouble((NumberMark << MarkShift) | (uint)Add(template));

    /// <summary>Whether a number stands for an expression, of this kernel or of nobody.</summary>
    internal static bool IsToken(double number) => BitConverter.DoubleToUInt64Bits(number) >> MarkShift == NumberMark;

    /// <summary>What a number stands for.</summary>
    internal string Resolve(double number) => At((long)(BitConverter.DoubleToUInt64Bits(number) & ((1UL << MarkShift) - 1)));

    /// <summary>What the only string of a list stands for; null for any other string.</summary>
    internal string? ResolveList(string element) => Resolve(element, ListBegin);

    /// <summary>What the only key of a map stands for; null for any other key.</summary>
    internal string? ResolveMap(string key) => Resolve(key, MapBegin);

    private int Add(string template)
    {
        _templates.Add(template);
        return _templates.Count - 1;
    }

    private string? Resolve(string text, string begin) =>
        text.StartsWith(begin, StringComparison.Ordinal) && text.EndsWith(End, StringComparison.Ordinal) && long.TryParse(text.AsSpan()[begin.Length..^End.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? At(number)
            : null;

    private string At(long number) => number < _templates.Count ? _templates[(int)number] : throw new NativeGapException("a token that is not known");

    /// <summary>What stands for a value of any kind.</summary>
    /// <param name="Value">The value.</param>
    internal sealed record Any(object Value) : IResolvable
    {
        /// <inheritdoc/>
        public string[] CreationStack => [];

        /// <inheritdoc/>
        public object Resolve(IResolveContext context) => Value;
    }
}
