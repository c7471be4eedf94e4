using System.CommandLine;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Toolchain;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Synthesis;

namespace Orchestrator.Cli;

/// <summary><c>synth</c>: findings, then Terraform JSON per stack.</summary>
internal static class SynthCommand
{
    private const string DefaultOutput = "cdktf.out";

    internal static Command Create()
    {
        var manifests = ManifestArguments.Create();
        var environments = ManifestArguments.Environments();
        var output = new Option<string>("--out") { Description = $"The output directory. {DefaultOutput} unless given; under cdktf, the one that it names.", HelpName = "DIR" };
        var engine = new Option<string>("--engine") { Description = "native or node: what writes the configurations, this program or CDKTF in node. Both write the same. native unless given.", DefaultValueFactory = _ => "native" }.AcceptOnlyFromAmong("native", "node");
        var command = new ExampleCommand(
            "synth",
            "Checks manifests, then writes a Terraform JSON configuration for each. Writes nothing if there is a finding at error level (exit code 3).",
            "./orchestrator synth examples/fargate-alb.yaml",
            "./orchestrator synth examples/fargate-alb.yaml --out build/terraform")
        {
            manifests,
            environments,
            output,
            engine,
            Terminal.IsVerbose,
        };
        command.SetAction(result => Run(result.GetValue(manifests)!, result.GetValue(environments)!, result.GetValue(output), result.GetValue(engine) == "node" ? SynthesisEngine.Node : SynthesisEngine.Native));
        return command;
    }

    /// <summary>What happens without a command, as cdktf calls it.</summary>
    internal static int RunDefault(ParseResult result) => Run([], [], null, SynthesisEngine.Native);

    /// <summary>Where to: what is named, else what cdktf names, else a directory of its own.</summary>
    internal static string DirectoryOf(string? named) => named ?? Environment.GetEnvironmentVariable("CDKTF_OUTDIR") ?? DefaultOutput;

    /// <summary>Tells the findings and synthesizes.</summary>
    /// <param name="manifests">The manifests.</param>
    /// <param name="directory">The output directory.</param>
    /// <param name="engine">What synthesizes.</param>
    /// <param name="forbidden">What findings forbid.</param>
    /// <returns>The files; null where findings forbid it.</returns>
    internal static IReadOnlyList<string>? Synthesize(IReadOnlyList<ManifestResult> manifests, string directory, EngineSession engine, string forbidden = "synthesized")
    {
        if (FindingText.Forbids(manifests, forbidden))
        {
            return null;
        }
        FindingText.Write(manifests);
        engine.Await();
        try
        {
            return Terminal.While("synthesizing", () => OutputDirectory.Fill(directory, staging => Synthesizer.Write(manifests, staging, SyncPackage.Of, engine.Engine, engine.Replay)));
        }
        catch (Exception exception) when (exception is StackCycleException or UnknownResourceException)
        {
            throw new Failure(exception.Message);
        }
    }

    private static int Run(IReadOnlyList<string> arguments, IReadOnlyList<string> environments, string? output, SynthesisEngine engine)
    {
        using var session = new EngineSession(engine);
        var manifests = ManifestArguments.Read(arguments, environments);
        var directory = DirectoryOf(output);
        if (Synthesize(manifests, directory, session) is not { } files)
        {
            return ExitCode.Findings;
        }
        foreach (var manifest in manifests)
        {
            StandardOutput.Page($"{StackTree.Of(manifest)}\n");
        }
        StandardOutput.Line(FindingText.Count(manifests));
        foreach (var file in files.Where(file => file.EndsWith(".tf.json", StringComparison.Ordinal)))
        {
            StandardOutput.Line($"written: {Path.Combine(directory, file)}");
        }
        return ExitCode.Good;
    }
}
