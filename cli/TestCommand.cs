using System.CommandLine;
using System.Diagnostics;
using System.Xml.Linq;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli;

/// <summary><c>test</c>: builds and runs the tests, one project after the other.</summary>
internal static class TestCommand
{
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
        command.SetAction(result => Run(result.GetValue(filter)));
        return command;
    }

    private static int Run(string? filter)
    {
        var solution = Checkout.PathOf("Orchestrator.slnx");
        if (Dotnet("build", solution, "--configuration", "Release", "--nologo", "--verbosity", "quiet", "--disable-build-servers") != 0)
        {
            throw new Failure("the tests do not build");
        }
        var results = Checkout.PathOf("artifacts", "test-results");
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }
        List<string> arguments = ["test", solution, "--configuration", "Release", "--no-build", "--nologo", "--logger", "trx", "--results-directory", results, "-maxcpucount:1"];
        if (filter is not null)
        {
            arguments.AddRange(["--filter", $"FullyQualifiedName~{filter}"]);
        }
        var exitCode = Dotnet([.. arguments]);
        var (passed, failed, skipped) = Count(results);
        StandardOutput.Line($"{passed} passed, {failed} failed{(skipped > 0 ? $", {skipped} skipped" : "")}");
        return exitCode == 0 && failed == 0 && passed > 0 ? ExitCode.Good : ExitCode.Failed;
    }

    private static int Dotnet(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Checkout.Root })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static (int Passed, int Failed, int Skipped) Count(string results)
    {
        XNamespace test = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
        var outcomes = Directory.Exists(results)
            ? Directory.EnumerateFiles(results, "*.trx").SelectMany(file => XDocument.Load(file).Descendants(test + "UnitTestResult")).Select(result => (string?)result.Attribute("outcome")).ToList()
            : [];
        var passed = outcomes.Count(outcome => outcome == "Passed");
        var skipped = outcomes.Count(outcome => outcome == "NotExecuted");
        return (passed, outcomes.Count - passed - skipped, skipped);
    }
}
