using System.CommandLine;
using System.CommandLine.Parsing;
using Orchestrator.Text;

namespace Orchestrator.Cli;

/// <summary>What is wrong with a command line, a line for each mistake, with the command or option that may have been meant.</summary>
internal static class Mistakes
{
    /// <summary>The lines; none where the command line is right.</summary>
    internal static IReadOnlyList<string> In(ParseResult result)
    {
        var command = result.CommandResult;
        var unmatched = UnknownOptions(result).Concat(result.UnmatchedTokens).ToList();
        // What follows a command that there is none of belongs to it.
        var unknown = unmatched.Where(word => word.StartsWith('-')).Concat(unmatched.Where(word => !word.StartsWith('-')).Take(1)).Distinct(StringComparer.Ordinal).ToList();
        var told = result.Errors.Select(error => error.Message).Where(message => !unmatched.Any(word => message.Contains($"'{word}'", StringComparison.Ordinal)));
        var misses = unknown.Count > 0 && command.Command.Subcommands.Count > 0 ? told.Where(message => message != "Required command was not provided.") : told;
        var help = string.Join(' ', Path(command).Append("--help"));
        if (Empty(command).ToList() is { Count: > 0 } empty)
        {
            return [.. empty.Select(name => $"{name} is given and empty: is a variable not set? See {help}.")];
        }
        return [.. unknown.Select(word => Unknown(word, command)), .. misses.Select(message => $"{message} See {help}.")];

        string Unknown(string word, CommandResult command)
        {
            var isOption = word.StartsWith('-');
            var hint = Nearest.Hint(word.Split('=')[0], isOption ? OptionsOf(command) : command.Command.Subcommands.Select(subcommand => subcommand.Name));
            return $"there is no {(isOption ? "option" : "command")} {word}{(hint.Length > 0 ? $"; {hint}" : ".")} See {help}.";
        }
    }

    /// <summary>What begins like an option and was taken for one of the command's arguments, as nothing after <c>--</c> is.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult result)
    {
        var rest = result.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).ToHashSet();
        return result.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Where(token => token.Value.Length > 1 && token.Value.StartsWith('-') && !rest.Contains(token))
            .Select(token => token.Value);
    }

    /// <summary>The arguments and options that have an empty value, as a variable of a shell gives one that is not set.</summary>
    private static IEnumerable<string> Empty(CommandResult result) =>
    [
        .. result.Children.OfType<ArgumentResult>().Where(argument => argument.Tokens.Any(token => token.Value.Length == 0)).Select(argument => argument.Argument.Name),
        .. result.Children.OfType<OptionResult>().Where(option => option.Tokens.Any(token => token.Value.Length == 0)).Select(option => option.Option.Name),
    ];

    private static IEnumerable<string> OptionsOf(CommandResult result) => result.Command.Options
        .Concat(Above(result).SelectMany(above => above.Command.Options.Where(option => option.Recursive)))
        .Where(option => !option.Hidden)
        .Select(option => option.Name);

    private static IEnumerable<string> Path(CommandResult result) => Above(result).Reverse().Append(result).Select((above, index) => index == 0 ? "orchestrator" : above.Command.Name);

    private static IEnumerable<CommandResult> Above(CommandResult result)
    {
        for (var above = result.Parent as CommandResult; above is not null; above = above.Parent as CommandResult)
        {
            yield return above;
        }
    }
}
