using System.CommandLine;
using System.Text.Json.Nodes;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Toolchain;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Cli;

/// <summary><c>schema</c>: the manifest's JSON Schema, and the pages of documentation that are made from it.</summary>
internal static class SchemaCommand
{
    internal static Command Create()
    {
        var pages = new Option<string?>("--pages") { Description = "Writes a page of documentation for each section of a manifest into this directory, and an index. The schema is printed unless given.", HelpName = "DIR" };
        var command = new ExampleCommand(
            "schema",
            "Prints the JSON Schema of manifests, for editors. docs/manifest.schema.json is this output.",
            "./orchestrator schema > docs/manifest.schema.json",
            "./orchestrator schema --pages docs/sections")
        {
            pages,
        };
        command.SetAction(result => Run(result.GetValue(pages)));
        return command;
    }

    private static int Run(string? directory)
    {
        if (directory is null)
        {
            StandardOutput.Page($"{ManifestSchema.Text()}\n");
            return ExitCode.Good;
        }
        var pages = new SectionPages(JsonNode.Parse(ManifestSchema.Text())!.AsObject(), RuleExamples.Read(Checkout.PathOf("tests", "Modules.Tests", "Rules", "Cases")), Examples());
        OutputDirectory.Fill(directory, staging =>
        {
            File.WriteAllText(Path.Combine(staging, "README.md"), pages.Index());
            foreach (var name in pages.Names)
            {
                File.WriteAllText(Path.Combine(staging, $"{name}.md"), pages.Text(name));
            }
        });
        return ExitCode.Good;
    }

    private static List<(string Path, string Text)> Examples() =>
    [
        .. Directory.EnumerateFiles(Checkout.PathOf("examples"), "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Checkout.Root, file))
            .Order(StringComparer.Ordinal)
            .Select(path => (path, File.ReadAllText(Checkout.PathOf(path)))),
    ];
}
