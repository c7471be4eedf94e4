using System.CommandLine;
using Orchestrator.Cli.Output;

namespace Orchestrator.Cli.Sync;

/// <summary><c>sync status</c>: how things stand, and what would change.</summary>
internal static class SyncStatusCommand
{
    private const int DefaultSeconds = 10;

    internal static Command Create()
    {
        var function = new FunctionOptions();
        var json = new Option<bool>("--json") { Description = "Prints the function's report as JSON." };
        var watch = new Option<int?>("--watch") { Description = $"Asks again every so many seconds, until it is interrupted. {DefaultSeconds} unless given.", HelpName = "SECONDS", Arity = ArgumentArity.ZeroOrOne };
        watch.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is { } seconds and (< 1 or > 3600))
            {
                result.AddError($"--watch is {seconds}: it must be 1 to 3600 seconds.");
            }
        });
        var command = new ExampleCommand(
            "status",
            "Tells what the DNS has by the last observation, what is registered with its health, what would change and why, and the age of the last success. Asks no DNS and changes nothing. Exit code 2: something would change.",
            "./orchestrator sync status static-ip-sync",
            "./orchestrator sync status arn:aws:lambda:eu-west-1:123456789012:function:static-ip-sync --json",
            "./orchestrator sync status static-ip-sync --profile production --watch 30");
        function.AddTo(command);
        command.Add(json);
        command.Add(watch);
        command.SetAction(result =>
        {
            var deployed = function.Connect(result);
            return result.GetResult(watch) is null ? Tell(deployed, result.GetValue(json)) : Watch(deployed, result.GetValue(json), TimeSpan.FromSeconds(result.GetValue(watch) ?? DefaultSeconds));
        });
        return command;
    }

    private static int Tell(DeployedFunction function, bool isJson)
    {
        var report = Terminal.While($"asking {function.Name}", () => function.Invoke("""{"status":true}"""));
        return SyncOutput.Write(report, isJson);
    }

    private static int Watch(DeployedFunction function, bool isJson, TimeSpan pause)
    {
        while (true)
        {
            try
            {
                Tell(function, isJson);
            }
            catch (Failure failure)
            {
                // A scheduled run may be under way; the next question may be answered.
                Terminal.Error(failure.Message);
            }
            Thread.Sleep(pause);
            StandardOutput.Line();
        }
    }
}
