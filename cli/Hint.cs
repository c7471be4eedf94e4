using System.Text.RegularExpressions;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli;

/// <summary>Command lines of this program that it tells: they can be run where it was run, as they are printed.</summary>
internal static partial class Hint
{
    /// <summary>The variable in which the launcher says what it was called as.</summary>
    internal const string Variable = "ORCHESTRATOR_COMMAND";

    private static readonly string Program = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } command ? command : Checkout.IsHere ? "./orchestrator" : Installed();

    /// <summary>The command line, quoted for a shell where needed.</summary>
    internal static string Of(params IEnumerable<string> arguments) => string.Join(' ', arguments.Prepend(Program).Select(Quoted));

    /// <summary>A command line of the documentation, which begins with <c>./orchestrator</c>, as it is here.</summary>
    internal static string OfDocumented(string commandLine) => commandLine.Replace("./orchestrator", Quoted(Program), StringComparison.Ordinal);

    /// <summary>A path as it is from here.</summary>
    internal static string PathTo(string wholePath) => Path.GetRelativePath(".", wholePath);

    /// <summary>By its name where that leads to a program of it, else by its path.</summary>
    private static string Installed()
    {
        const string name = "orchestrator";
        return !SearchPath.Has(name) && Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == name ? path : name;
    }

    private static string Quoted(string word) => Plain().IsMatch(word) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex("^[A-Za-z0-9_./:=@%+,-]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
