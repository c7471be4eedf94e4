using System.CommandLine;
using Orchestrator.Text;

namespace Orchestrator.Cli.Output;

/// <summary>Standard error: what a person reads while standard output goes to a program. All of it goes through <see cref="PlainText"/>.</summary>
internal static class Terminal
{
    /// <summary>Switches colours off, as the variable NO_COLOR does.</summary>
    internal static readonly Option<bool> NoColor = new("--no-color") { Description = "No colours; NO_COLOR does the same.", Recursive = true };

    /// <summary>Has said what a command does otherwise than usual.</summary>
    internal static readonly Option<bool> IsVerbose = new("--verbose") { Description = "Says on standard error what is left to node, if anything." };

    private static readonly bool IsTerminal = !Console.IsErrorRedirected;

    /// <summary>Whether colours are wanted where they can be shown.</summary>
    internal static bool WantsColors => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !Environment.GetCommandLineArgs().Contains(NoColor.Name);

    /// <summary>An error that has no rule: <c>error: …</c>.</summary>
    internal static void Error(string message) => Write($"{Colored("error")}: {PlainText.Of(message)}\n");

    /// <summary>A warning that has no rule: <c>warning: …</c>.</summary>
    internal static void Warning(string message) => Write($"{Colored("warning")}: {PlainText.Of(message)}\n");

    /// <summary>What is at a level, which is red for an error and yellow for a warning where there are colours: <c>error TG045 web.yaml:5:11: …</c>.</summary>
    internal static void Finding(string level, string text) => Write($"{Colored(level)} {PlainText.Of(text)}\n");

    /// <summary>A line that is no error.</summary>
    internal static void Line(string text) => Write($"{PlainText.Line(text)}\n");

    /// <summary>Asks for a line where somebody can answer; null where nobody can, or nothing was answered.</summary>
    internal static string? Ask(string question)
    {
        if (Console.IsInputRedirected)
        {
            return null;
        }
        Write($"{PlainText.Line(question)} ");
        return Console.ReadLine() is { Length: > 0 } answer ? answer : null;
    }

    /// <summary>Says what is done otherwise than usual, where somebody wants to know.</summary>
    internal static void Verbose(string message)
    {
        if (Environment.GetCommandLineArgs().Contains(IsVerbose.Name))
        {
            Line(message);
        }
    }

    /// <summary>Says what is begun, where somebody watches.</summary>
    internal static void Progress(string doing)
    {
        if (IsTerminal)
        {
            Line($"{doing} …");
        }
    }

    /// <summary>Shows what is being done while it is, where somebody watches.</summary>
    internal static T While<T>(string doing, Func<T> action)
    {
        if (!IsTerminal)
        {
            return action();
        }
        Write($"{PlainText.Line(doing)} …");
        try
        {
            return action();
        }
        finally
        {
            Write("\r\e[K");
        }
    }

    private static string Colored(string level) => IsTerminal && WantsColors ? $"{(level == "error" ? "\e[31m" : "\e[33m")}{level}\e[0m" : level;

    private static void Write(string text) => Console.Error.Write(text);
}
