using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Sync;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli;

/// <summary>The command line as a whole: every command, and what holds for all of them.</summary>
internal static class CommandLine
{
    /// <summary>Parses and runs. Mistakes in the arguments and failures of the world outside are told in a line each; the exit code is 1.</summary>
    internal static int Run(IReadOnlyList<string> arguments)
    {
        var result = Build().Parse(arguments);
        // Who asks for help, or for what a line could be completed to, need not name what the command requires.
        var isWhole = result.Action is not HelpWithExamples && !result.Tokens.Any(token => token.Type == TokenType.Directive);
        if (isWhole && Mistakes.In(result) is { Count: > 0 } mistakes)
        {
            foreach (var mistake in mistakes)
            {
                Terminal.Error(mistake);
            }
            return ExitCode.Failed;
        }
        try
        {
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (ManagedProgram.NeededException)
        {
            return ManagedProgram.Run(arguments);
        }
        catch (Failure failure)
        {
            foreach (var message in failure.Messages)
            {
                Terminal.Error(message);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Terminal.Error(exception.Message);
        }
        catch (Exception exception)
        {
            Terminal.Error($"{exception.GetType().Name}: {exception.Message.Split('\n')[0]} This is a bug; ORCHESTRATOR_DEBUG=1 shows where.");
            foreach (var line in Environment.GetEnvironmentVariables().Contains("ORCHESTRATOR_DEBUG") ? $"{exception}".Split('\n') : [])
            {
                Terminal.Line(line);
            }
        }
        return ExitCode.Failed;
    }

    private static RootCommand Build()
    {
        var root = new RootCommand("Load balancing for AWS: checks a description, synthesizes Terraform from it.\n\nWithout a command it synthesizes what cdktf.json names.")
        {
            InitCommand.Create(),
            SynthCommand.Create(),
            CheckCommand.Create(),
            SchemaCommand.Create(),
            RulesCommand.Create(),
            ExplainCommand.Create(),
            PlanCommand.Create(),
            ReviewCommand.Create(),
            ApplyCommand.Create(),
            StateCommand.Create(),
            DiagramCommand.Create(),
            ManifestCommand.Create(),
            StacksCommand.Create(),
            SyncCommand.Create(),
            DoctorCommand.Create(),
            CompletionCommand.Create(),
            SetupCommand.Create(),
            TestCommand.Create(),
            PackageCommand.Create(),
            PublishCommand.Create(),
            AdoptCommand.Create(),
            EjectCommand.Create(),
            PackCommand.Create(),
            BenchCommand.Create(),
        };
        foreach (var command in root.Subcommands.Where(command => command.Name is "setup" or "test" or "pack" or "bench"))
        {
            // Who has no sources is told so where they call it all the same.
            command.Hidden = !Checkout.IsHere;
        }
        root.Options.Add(Terminal.NoColor);
        root.Options.Add(ManifestArguments.FilesOutside);
        root.SetAction(SynthCommand.RunDefault);
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            var usual = (HelpAction)help.Action!;
            usual.MaxWidth = Console.IsOutputRedirected ? HelpWithExamples.UsualWidth : Console.WindowWidth;
            help.Action = new HelpWithExamples(usual);
        }
        return root;
    }
}
