using System.CommandLine;
using Orchestrator.Cli.Deploy;
using Orchestrator.Cli.Ejecting;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli;

/// <summary><c>eject</c>: stacks as plain Terraform, for those who go on without this program.</summary>
internal static class EjectCommand
{
    internal static Command Create()
    {
        var manifests = ManifestArguments.Create();
        var environments = ManifestArguments.Environments();
        var stacks = DeployOptions.Stacks();
        var output = new Option<string>("--out") { Description = "The directory to write in, a folder for each stack. A folder that has something in it is refused.", HelpName = "DIR", Required = true };
        var command = new ExampleCommand(
            "eject",
            "Writes stacks as plain Terraform in HCL, to go on with by hand. Every resource keeps its address and the state stays where it is, so a plan changes nothing. Writes nothing if there is a finding at error level (exit code 3).",
            "./orchestrator eject examples/fargate-alb.yaml --out build/ejected",
            "./orchestrator eject examples --stack static-ip-demo --out build/ejected")
        {
            manifests,
            environments,
            stacks,
            output,
            Terminal.IsVerbose,
        };
        command.SetAction(result => Run(result.GetValue(manifests)!, result.GetValue(environments)!, result.GetValue(stacks)!, result.GetValue(output)!));
        return command;
    }

    private static int Run(IReadOnlyList<string> manifests, IReadOnlyList<string> environments, IReadOnlyList<string> names, string output)
    {
        using var engine = new EngineSession();
        var read = ManifestArguments.Read(manifests, environments);
        var synthesized = Directory.CreateTempSubdirectory("orchestrator-eject-");
        try
        {
            if (SynthCommand.Synthesize(read, synthesized.FullName, engine, "ejected") is null)
            {
                return ExitCode.Findings;
            }
            var stacks = SynthesizedApp.Select(SynthesizedApp.Read(synthesized.FullName), stack => stack.Name, names);
            var folders = stacks.Select(stack => (Stack: stack, Path: Path.Combine(output, stack.Name))).ToList();
            foreach (var (_, path) in folders)
            {
                new EjectedDirectory(path).RequireEmpty();
            }
            foreach (var (stack, path) in folders)
            {
                foreach (var file in new EjectedDirectory(path).Write(stack, Path.Combine(SynthCommand.DirectoryOf(null), "stacks", stack.Name)))
                {
                    StandardOutput.Line($"written: {Path.Combine(path, file)}");
                }
            }
            StandardOutput.Line($"next, {(folders.Count == 1 ? "there" : "in each")}: terraform init, then terraform plan, which is to change nothing");
            return ExitCode.Good;
        }
        finally
        {
            synthesized.Delete(recursive: true);
        }
    }
}
