using System.CommandLine;

namespace Orchestrator.Cli.Output;

/// <summary>Standard error: what a person reads while standard output goes to a program.</summary>
internal static class Terminal
{
    /// <summary>Switches colours off, as the variable NO_COLOR does.</summary>
    internal static readonly Option<bool> NoColor = new("--no-color") { Description = "No colours; NO_COLOR does the same.", Recursive = true };

    private static readonly bool IsTerminal = !Console.IsErrorRedirected;

    private static bool WantsColors => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !Environment.GetCommandLineArgs().Contains(NoColor.Name);

    private static bool HasColors => IsTerminal && WantsColors;

    /// <summary>Whether standard output shows colours.</summary>
    internal static bool OutputHasColors => !Console.IsOutputRedirected && WantsColors;

    /// <summary>An error that has no rule: <c>error: …</c>.</summary>
    internal static void Error(string message) => Console.Error.WriteLine($"{Colored("error")}: {message}");

    /// <summary>A warning that has no rule: <c>warning: …</c>.</summary>
    internal static void Warning(string message) => Console.Error.WriteLine($"{Colored("warning")}: {message}");

    /// <summary>A level, in red for an error and in yellow for a warning where there are colours.</summary>
    internal static string Colored(string level) => HasColors ? $"{(level == "error" ? "\e[31m" : "\e[33m")}{level}\e[0m" : level;

    /// <summary>Says what is begun, where somebody watches.</summary>
    internal static void Progress(string doing)
    {
        if (IsTerminal)
        {
            Console.Error.WriteLine($"{doing} …");
        }
    }

    /// <summary>Shows what is being done while it is, where somebody watches.</summary>
    internal static T While<T>(string doing, Func<T> action)
    {
        if (!IsTerminal)
        {
            return action();
        }
        Console.Error.Write($"{doing} …");
        try
        {
            return action();
        }
        finally
        {
            Console.Error.Write("\r\e[K");
        }
    }
}
