using Orchestrator.Text;

namespace Orchestrator.Cli.Output;

/// <summary>Standard output: what a command is asked for. All of it goes through <see cref="PlainText"/>.</summary>
internal static class StandardOutput
{
    /// <summary>Whether it shows colours.</summary>
    internal static bool HasColors => !Console.IsOutputRedirected && Terminal.WantsColors;

    /// <summary>A line.</summary>
    internal static void Line(string text = "") => Console.Out.Write($"{PlainText.Line(text)}\n");

    /// <summary>A page in one of the formats, with its own line ends.</summary>
    internal static void Page(string text) => Console.Out.Write(PlainText.Page(text, HasColors));
}
