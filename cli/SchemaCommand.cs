using System.CommandLine;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Cli;

/// <summary><c>schema</c>: the manifest's JSON Schema.</summary>
internal static class SchemaCommand
{
    internal static Command Create()
    {
        var command = new ExampleCommand(
            "schema",
            "Prints the JSON Schema of manifests, for editors. docs/manifest.schema.json is this output.",
            "./orchestrator schema > docs/manifest.schema.json");
        command.SetAction(_ =>
        {
            Console.WriteLine(ManifestSchema.Text());
            return ExitCode.Good;
        });
        return command;
    }
}
