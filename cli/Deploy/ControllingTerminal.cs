using System.Globalization;

namespace Orchestrator.Cli.Deploy;

/// <summary>The terminal that this process was started from.</summary>
internal static class ControllingTerminal
{
    private const string Status = "/proc/self/stat";

    /// <summary>Whether a Ctrl-C in the terminal reaches this process and all that it has started.</summary>
    internal static bool IsInForeground()
    {
        if (!File.Exists(Status))
        {
            return !Console.IsInputRedirected;
        }
        // proc(5): the fields behind the name are state, parent, process group, session, terminal, the terminal's foreground process group.
        var text = File.ReadAllText(Status);
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return int.Parse(fields[4], CultureInfo.InvariantCulture) != 0 && fields[2] == fields[5];
    }
}
