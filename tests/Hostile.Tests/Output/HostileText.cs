using System.Text;

namespace Orchestrator.Hostile.Tests.Output;

/// <summary>Texts that somebody would write into a manifest, a plan or the name of a file to command whoever shows them. The same numbers give the same texts.</summary>
internal static class HostileText
{
    /// <summary>What begins a line only where a text has broken out of its own.</summary>
    internal const string Forged = "0 errors, forged";

    private static readonly string[] Atoms =
    [
        "\e[2J", "\e[1;32m", "\e[31m", "\e]0;owned\a", "\e]8;;https://example.com\e\\", "\u009b31m", "\u009d0;owned\u009c", "\b\b\b\b", "\r", "\r\n", "\n", "\v", "\f", "\0", "\u007f", "\u0085",
        "\u2028", "\u2029", "\u202a", "\u202b", "\u202d", "\u202e", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f", "\u061c", "\u200b", "\ufeff", "\U000e0041",
        "::error file=README.md::", "::add-mask::a", "::stop-commands::token", "::set-output name=a::b", "##[error]", "##[add-mask]a", "##vso[task.setvariable variable=a]b", "##VSO[task.complete result=Succeeded;]", "##teamcity[message text='a']",
        "#\u200b#[error]", ":\u200b:error::", "#", "##", ":", "::", " ", "\t", "\u00a0", "\u3000", "name", "web", "|", "`", "```", "<script>alert(1)</script>", "</details>", "-->", "@everyone", "[a](b)", "${a}", "%{ if }", "\"", "'", "\\", "\\u001b", "\U0001f480", "é",
    ];

    /// <summary>A text. Every second one begins a line of its own, some after a line end that is none to everybody.</summary>
    internal static string Of(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder();
        for (var left = random.Next(1, 7); left > 0; left--)
        {
            text.Append(Atoms[random.Next(Atoms.Length)]);
        }
        if (number % 2 == 0)
        {
            text.Append((number % 6) switch { 0 => "\r\n", 2 => "\n", _ => "\n \t" }).Append(Forged).Append(number % 4 == 0 ? "\n::error::" : "");
        }
        return text.ToString();
    }

    /// <summary>The text as a scalar of YAML in double quotes, with nothing but ASCII.</summary>
    internal static string Yaml(string text) => $"\"{string.Concat(text.EnumerateRunes().Select(rune => rune.Value is >= ' ' and <= '~' and not ('"' or '\\') ? rune.ToString() : $"\\U{rune.Value:x8}"))}\"";
}
