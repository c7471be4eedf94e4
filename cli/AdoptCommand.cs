using System.CommandLine;
using Orchestrator.Cli.Adopting;
using Orchestrator.Cli.Deploy;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Toolchain;
using Orchestrator.Modules.Adopting;
using Orchestrator.Text;

namespace Orchestrator.Cli;

/// <summary><c>adopt</c>: a manifest for what Terraform has made already.</summary>
internal static class AdoptCommand
{
    private const int LongestState = 256 * 1024 * 1024;

    internal static Command Create()
    {
        var state = new Argument<string>("STATE") { Description = "A state's file, what terraform show -json printed of a state or a plan, or the directory of a configuration, in which that is called; - is standard input." };
        var app = new Option<string>("--app") { Description = "The application's name.", HelpName = "NAME", Required = true };
        var environment = new Option<string>("--environment") { Description = "The environment's name.", HelpName = "NAME", Required = true };
        var output = new Option<string>("--out") { Description = "The manifest to write. One that is there is not overwritten.", HelpName = "FILE", Required = true };
        var program = DeployOptions.Program();
        var moved = new Option<bool>("--moved") { Description = "The stack goes on with the very state: moved blocks in the place of import blocks, and removed blocks for what is left in it." };
        var command = new ExampleCommand(
            "adopt",
            "Writes a manifest for the load balancers, target groups, security groups, records and ECS services of existing Terraform, by which the first plan changes nothing of them. It plans over a copy of the state, reads nothing of AWS and changes nothing. Exit code 3: what is there breaks a rule, or the first plan would replace something.",
            "./orchestrator adopt examples/adopt/state.json --app store --environment production --out build/store.yaml",
            "terraform show -json | ./orchestrator adopt - --app store --environment production --out build/store.yaml --moved")
        {
            state,
            app,
            environment,
            output,
            moved,
            program,
            Terminal.IsVerbose,
        };
        command.SetAction(result => Run(result.GetValue(state)!, result.GetValue(app)!, result.GetValue(environment)!, result.GetValue(output)!, result.GetValue(moved) ? AdoptionWays.Moved : AdoptionWays.Imported, result.GetValue(program)));
        return command;
    }

    private static int Run(string file, string app, string environment, string output, AdoptionWays ways, string? program)
    {
        var released = Path.ChangeExtension(output, ".removed.tf");
        foreach (var path in ways == AdoptionWays.Moved ? [output] : new[] { output, released })
        {
            if (Path.Exists(path))
            {
                throw new Failure($"{path} is there already: name another file with --out, or remove it");
            }
        }
        using var engine = new EngineSession();
        using var session = new TerraformSession(program);
        var adoption = Begin(file, app, environment, session.Terraform);
        using var run = new AdoptionRun(adoption, output, ways, session.Terraform, engine);
        var manifest = Terminal.While("adopting", run.Run);
        if (FindingText.Forbids([manifest], "written"))
        {
            return ExitCode.Findings;
        }
        FindingText.Write([manifest]);
        Save(output, adoption.Manifest(ways));
        if (ways == AdoptionWays.Imported)
        {
            Save(released, adoption.Released());
        }
        StandardOutput.Page(AdoptionText.Of(adoption));
        StandardOutput.Line($"written: {output}");
        if (ways == AdoptionWays.Imported)
        {
            StandardOutput.Line($"written: {released}");
        }
        return adoption.Changed.Any(difference => difference.Actions.Contains("delete")) ? ExitCode.Findings : ExitCode.Good;
    }

    private static Adoption Begin(string file, string app, string environment, Terraform terraform)
    {
        try
        {
            var json = Directory.Exists(file) ? terraform.Read(file, ["show", "-json"], Bytes) : InputFile.Read(file, LongestState);
            return new Adoption(app, environment, StateReader.Read(json));
        }
        catch (InputFileException exception)
        {
            throw new Failure($"{file} cannot be read: {exception.Message}");
        }
        catch (UnreadableStateException exception)
        {
            throw new Failure($"{(file == InputFile.StandardInput ? "standard input" : file)} {exception.Message}");
        }
    }

    private static byte[] Bytes(Stream stream)
    {
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }

    private static void Save(string path, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Failure($"cannot write {path}: {exception.Message.TrimEnd('.')}; choose another file with --out");
        }
    }
}
