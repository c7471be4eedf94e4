using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Orchestrator.Cli;

/// <summary>The usual help, and then examples.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    /// <summary>In characters, where the output has no width.</summary>
    internal const int UsualWidth = 80;

    private static readonly string[] TopExamples = ["./orchestrator", "./orchestrator synth examples/fargate-alb.yaml", "./orchestrator check --help"];

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in parseResult.CommandResult.Command is ExampleCommand command ? command.Examples : TopExamples)
        {
            output.WriteLine($"  {Hint.OfDocumented(example)}");
        }
        output.WriteLine();
        return exitCode;
    }
}
