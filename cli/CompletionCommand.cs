using System.CommandLine;
using Orchestrator.Cli.Output;

namespace Orchestrator.Cli;

/// <summary><c>completion</c>: what a shell needs to complete this program's command lines.</summary>
internal static class CompletionCommand
{
    /// <summary>By shell: a script that asks this program, by its directive <c>[suggest:POSITION]</c>, what could stand at the cursor.</summary>
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _orchestrator() {
              local line=${COMP_LINE:0:COMP_POINT}
              line=${line#"${COMP_WORDS[0]}"}
              line=${line# }
              local IFS=$'\n'
              COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _orchestrator orchestrator

            """,
        ["zsh"] = """
            #compdef orchestrator
            _orchestrator() {
              local line=${BUFFER[1,CURSOR]}
              line=${line#"${words[1]}"}
              line=${line# }
              local -a found
              found=(${(f)"$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)"})
              compadd -a found
              _files
            }
            compdef _orchestrator orchestrator

            """,
        ["fish"] = """
            function __orchestrator_complete
              set -l program (commandline -poc)[1]
              set -l line (string sub -s (math (string length -- $program) + 2) -- (commandline -cp))
              $program "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null
            end
            complete -c orchestrator -a '(__orchestrator_complete)'

            """,
    };

    internal static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish." }.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new ExampleCommand(
            "completion",
            "Prints a script for a shell, which then completes commands, options and their values.",
            "source <(./orchestrator completion bash)",
            "./orchestrator completion fish > ~/.config/fish/completions/orchestrator.fish")
        {
            shell,
        };
        command.SetAction(result =>
        {
            StandardOutput.Page(Scripts[result.GetValue(shell)!]);
            return ExitCode.Good;
        });
        return command;
    }
}
