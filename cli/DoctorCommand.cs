using System.CommandLine;
using System.Text.Json;
using System.Xml.Linq;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Packaging;
using Orchestrator.Cli.Toolchain;
using Orchestrator.Cli.Workflows;

namespace Orchestrator.Cli;

/// <summary><c>doctor</c>: what is installed, what is used, what is missing and how to get it.</summary>
internal static class DoctorCommand
{
    internal static Command Create()
    {
        var github = new Option<string?>("--github") { Description = "Looks instead, without any network, at the workflows of this checkout: who could get a role of AWS by them. Exit code 3 where there is a warning. The current directory unless given.", HelpName = "DIR", Arity = ArgumentArity.ZeroOrOne };
        var command = new ExampleCommand(
            "doctor",
            "Tells what is installed, what is used, what is missing and how to get it. Exit code 1 if something is missing that every command needs.",
            "./orchestrator doctor",
            "./orchestrator doctor --github")
        {
            github,
        };
        command.SetAction(result => result.GetResult(github) is null ? Run() : CheckWorkflows(result.GetValue(github) ?? "."));
        return command;
    }

    private static int Run()
    {
        var isComplete = true;
        foreach (var tool in Checkout.IsHere ? [Tool.Dotnet, Tool.Node, Tool.Npm, Tool.Terraform] : new[] { Tool.Node with { Purpose = "synth --engine node and C# programs" }, Tool.Terraform })
        {
            var version = tool.Installed();
            var isGood = version >= tool.Minimum;
            isComplete &= isGood || tool != Tool.Dotnet;
            var state = version is null ? $"missing; {tool.Minimum} or newer is needed for {tool.Purpose}: {tool.Source}" : isGood ? $"{version}" : $"{version} is too old; {tool.Minimum} or newer is needed for {tool.Purpose}: {tool.Source}";
            Write(isGood, tool.Command, state);
        }
        if (Checkout.IsHere)
        {
            WriteSources();
        }
        else
        {
            Write(true, "orchestrator", $"{typeof(DoctorCommand).Assembly.GetName().Version!.ToString(3)}, installed in {AppContext.BaseDirectory}");
        }
        foreach (var runtime in new[] { LambdaPackage.Arm64, LambdaPackage.X64 })
        {
            Write(true, $"sync, {runtime}", Checkout.IsHere ? Compilation.Find(runtime).Text : LambdaPackage.Get(runtime).Compilation);
        }
        var mirror = ProviderMirror.Find();
        Write(true, "provider mirror", mirror is null ? "none; terraform init asks the provider registry" : $"aws {string.Join(", ", ProviderMirror.Versions(mirror))} in {mirror}");
        return isComplete ? ExitCode.Good : ExitCode.Failed;
    }

    private static void WriteSources()
    {
        foreach (var (name, version) in Packages())
        {
            Write(true, name, $"{version}, C# bindings generated from npm");
        }
        Write(true, "stand-ins", StandIns() is { Length: > 0 } packages ? $"in use for {packages.Replace(";", ", ")}" : "none in use");
    }

    private static int CheckWorkflows(string directory)
    {
        var folder = Path.Combine(directory, ".github", "workflows");
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".yml" or ".yaml").Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
        {
            throw new Failure($"there are no workflows in {folder}: name the top of a checkout that has some");
        }
        var jobs = files.SelectMany(file => WorkflowReader.Read(file).Select(job => (File: file, Job: job))).ToList();
        var warnings = jobs.SelectMany(found => WorkflowChecks.Of(found.Job).Select(warning => (found.File, warning.Line, warning.Message))).ToList();
        foreach (var warning in warnings)
        {
            Terminal.Finding("warning", $"{warning.File}:{warning.Line}: {warning.Message}");
        }
        foreach (var environment in jobs.Where(found => found.Job.GetsToken).Select(found => found.Job.Environment).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            StandardOutput.Line($"environment {environment}: a workflow does not tell its settings; gh api repos/{{owner}}/{{repo}}/environments/{environment} does (docs/deploy.md says what they must be)");
        }
        StandardOutput.Line($"{jobs.Count} jobs in {files.Count} workflows, {warnings.Count} warnings");
        return warnings.Count > 0 ? ExitCode.Findings : ExitCode.Good;
    }

    private static void Write(bool isGood, string name, string state) => StandardOutput.Line($"{(isGood ? "ok     " : "missing")}  {name,-20}  {state}");

    private static IEnumerable<(string Name, string Version)> Packages()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf("bindings", "package.json")));
        return [.. document.RootElement.GetProperty("dependencies").EnumerateObject().Select(package => (package.Name, package.Value.GetString()!))];
    }

    private static string? StandIns()
    {
        var file = Checkout.PathOf("artifacts", "setup", "standins.props");
        return File.Exists(file) ? XDocument.Load(file).Descendants("StandInsInUse").FirstOrDefault()?.Value : null;
    }
}
