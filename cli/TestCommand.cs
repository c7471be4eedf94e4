using System.CommandLine;
using System.Diagnostics;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Testing;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli;

/// <summary><c>test</c>: builds and runs the tests, two projects at a time.</summary>
internal static class TestCommand
{
    private const string Solution = "Orchestrator.slnx";

    internal static Command Create()
    {
        var filter = new Argument<string?>("FILTER") { Description = "Runs the tests whose full name contains this. All unless given.", Arity = ArgumentArity.ZeroOrOne };
        var command = new ExampleCommand(
            "test",
            "Builds and runs the tests. Those that need Terraform are skipped by name where it or the AWS provider is missing; REQUIRE_TERRAFORM=1 makes that a failure.",
            "./orchestrator test",
            "./orchestrator test HealthCheck")
        {
            filter,
        };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(filter), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? filter, CancellationToken cancellationToken)
    {
        var results = Checkout.PathOf("artifacts", "test-results");
        Build();
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }
        var projects = TestProject.Of(Checkout.PathOf(Solution));
        var runs = new List<TestRun>();
        await Parallel.ForEachAsync(projects, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, async (project, cancel) =>
        {
            var run = await project.RunAsync(results, filter, cancel);
            lock (runs)
            {
                StandardOutput.Page(run.Text);
                runs.Add(run);
            }
        });
        StandardOutput.Page(TestSummary.Of(runs));
        return runs.All(run => run.IsGood) && runs.Any(run => run.Passed > 0) ? ExitCode.Good : ExitCode.Failed;
    }

    /// <summary>Analyzers take three times as long where each project has a compiler of its own: where the environment wants no server, there is one for the time of the build.</summary>
    private static void Build()
    {
        var exitCode = Dotnet("build", Checkout.PathOf(Solution), "--configuration", "Release", "--nologo", "--verbosity", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=true");
        if (string.Equals(Environment.GetEnvironmentVariable("UseSharedCompilation"), "false", StringComparison.OrdinalIgnoreCase))
        {
            Dotnet("build-server", "shutdown", "--vbcscompiler");
        }
        if (exitCode != 0)
        {
            throw new Failure("the tests do not build");
        }
    }

    private static int Dotnet(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Checkout.Root })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
