using System.Collections.Frozen;

namespace VerifyTests;

/// <summary>
/// The extensions of texts. The official package refuses a text with any other than those it knows. Of its several hundred these are the
/// ones that a test here may want: what is accepted here is accepted there.
/// </summary>
internal static class TextExtensions
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "bash", "conf", "cs", "csproj", "css", "csv", "diff", "gv", "html", "ini", "js", "json", "log", "md", "mermaid", "mjs", "patch",
        "props", "py", "sh", "sql", "svg", "toml", "ts", "tsv", "txt", "xml", "xsd", "yaml", "yml");

    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static string Require(string extension) =>
        Known.Contains(Guard.NamePart(extension))
            ? extension
            : throw new ArgumentException(
                $"'{extension}' is not known as the extension of a text, as {string.Join(", ", Known.Order(StringComparer.Ordinal))} are.",
                nameof(extension));
}
