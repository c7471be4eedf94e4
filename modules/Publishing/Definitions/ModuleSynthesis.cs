using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Functions;
using Orchestrator.Modules.Synthesis;

namespace Orchestrator.Modules.Publishing;

/// <summary>Makes modules of their definitions.</summary>
internal static class ModuleSynthesis
{
    /// <summary>The modules, in the order of the definitions.</summary>
    /// <param name="definitions">The definitions.</param>
    /// <param name="packages">Gives the zip of the sync function for an architecture; asked only where a module has the function.</param>
    internal static IReadOnlyList<PublishedModule> Run(IReadOnlyList<ModuleDefinition> definitions, Func<FunctionArchitecture, FunctionPackage> packages)
    {
        var directory = Directory.CreateTempSubdirectory("publish-");
        try
        {
            using var pipeline = JsiiPipeline.Begin();
            var app = new App(new AppConfig { Outdir = directory.FullName, StackTraces = false });
            var builders = definitions.Select(definition =>
            {
                var builder = new ModuleBuilder(app, definition.Name, packages);
                definition.Build(builder);
                return (definition, builder);
            }).ToList();
            app.Synth();
            return [.. builders.Select(built => Module(built.definition, built.builder, directory.FullName))];
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static PublishedModule Module(ModuleDefinition definition, ModuleBuilder builder, string directory)
    {
        var configuration = JsonNode.Parse(File.ReadAllText(Path.Combine(directory, "stacks", definition.Name, "cdk.tf.json")))!.AsObject();
        RemoveComments(configuration);
        var general = new Generalizer(builder.Symbols, builder.Made, builder.Repeated, builder.Locals).Generalize(configuration);
        var files = builder.Files.ToDictionary(file => file.Key, file => File.ReadAllBytes(file.Value));
        ModulePaths.Check(definition.Name, general, files.Keys);
        return new PublishedModule(definition, builder.Variables, builder.Conditions, general) { Files = files };
    }

    /// <summary>CDKTF notes under "//" where each thing comes from.</summary>
    private static void RemoveComments(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            map.Remove("//");
            foreach (var (_, value) in map)
            {
                RemoveComments(value);
            }
        }
    }
}
