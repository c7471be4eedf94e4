using System.Text.Json.Nodes;
using HashiCorp.Cdktf;

namespace Orchestrator.Modules.Publishing;

/// <summary>Makes modules of their definitions.</summary>
internal static class ModuleSynthesis
{
    /// <summary>The modules, in the order of the definitions.</summary>
    internal static IReadOnlyList<PublishedModule> Run(IReadOnlyList<ModuleDefinition> definitions)
    {
        var directory = Directory.CreateTempSubdirectory("publish-");
        try
        {
            var app = new App(new AppConfig { Outdir = directory.FullName, StackTraces = false });
            var builders = definitions.Select(definition =>
            {
                var builder = new ModuleBuilder(app, definition.Name);
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
        return new PublishedModule(definition, builder.Variables, builder.Conditions, new Generalizer(builder.Symbols, builder.Made, builder.Repeated, builder.Locals).Generalize(configuration));
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
