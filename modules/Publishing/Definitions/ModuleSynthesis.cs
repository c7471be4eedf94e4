using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Orchestrator.Hcl;
using Orchestrator.Modules.Functions;
using Orchestrator.Modules.Synthesis;

namespace Orchestrator.Modules.Publishing;

/// <summary>Makes modules of their definitions.</summary>
internal static class ModuleSynthesis
{
    /// <summary>The modules, in the order of the definitions.</summary>
    /// <param name="definitions">The definitions.</param>
    /// <param name="packages">Gives the zip of the sync function for an architecture; asked only where a module has the function.</param>
    /// <param name="engine">What writes their configurations.</param>
    /// <param name="replay">Is told what the native engine does not know, before node does all of it.</param>
    internal static IReadOnlyList<PublishedModule> Run(IReadOnlyList<ModuleDefinition> definitions, Func<FunctionArchitecture, FunctionPackage> packages, SynthesisEngine engine = SynthesisEngine.Native, Action<string>? replay = null)
    {
        var directory = Directory.CreateTempSubdirectory("publish-");
        try
        {
            List<(ModuleDefinition Definition, ModuleBuilder Builder)> builders = [];
            Kernel.Run(engine, directory.FullName, app => builders = [.. definitions.Select(definition => (definition, Build(app, definition, packages)))], replay);
            return [.. builders.Select(built => Module(built.Definition, built.Builder, directory.FullName))];
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static ModuleBuilder Build(App app, ModuleDefinition definition, Func<FunctionArchitecture, FunctionPackage> packages)
    {
        var builder = new ModuleBuilder(app, definition.Name, packages);
        definition.Build(builder);
        builder.RequireTags();
        return builder;
    }

    private static PublishedModule Module(ModuleDefinition definition, ModuleBuilder builder, string directory)
    {
        var configuration = JsonNode.Parse(File.ReadAllText(Path.Combine(directory, "stacks", definition.Name, "cdk.tf.json")))!.AsObject();
        RemoveComments(configuration);
        var general = new Generalizer(builder.Symbols, builder.Made, builder.Repeated, builder.Locals).Generalize(configuration);
        var files = builder.Files.ToDictionary(file => file.Key, file => File.ReadAllBytes(file.Value));
        ModulePaths.Check(definition.Name, general, files.Keys);
        AddDataSources(general, builder.DataSources);
        AddConditions(general, builder.ResourceConditions);
        return new PublishedModule(definition, builder.Variables, builder.Conditions, general) { DataSources = builder.DataSources, ResourceConditions = builder.ResourceConditions, Files = files };
    }

    private static void AddDataSources(JsonObject configuration, IReadOnlyList<DataSource> dataSources)
    {
        if (dataSources.Count > 0)
        {
            var types = dataSources.GroupBy(source => source.Type).OrderBy(type => type.Key, StringComparer.Ordinal).Select(type => KeyValuePair.Create(type.Key, (JsonNode?)new JsonObject(type.Select(source => KeyValuePair.Create(source.Name, JsonNode.Parse(source.Arguments))))));
            configuration.Insert(configuration.IndexOf("resource"), "data", new JsonObject(types));
        }
    }

    private static void AddConditions(JsonObject configuration, IReadOnlyList<ResourceCondition> conditions)
    {
        foreach (var condition in conditions)
        {
            var resource = configuration["resource"]![condition.Address.Split('.')[0]]![condition.Address.Split('.')[1]]!;
            resource["lifecycle"] ??= new JsonObject();
            resource["lifecycle"]![condition.Kind] ??= new JsonArray();
            resource["lifecycle"]![condition.Kind]!.AsArray().Add((JsonNode)new JsonObject { ["condition"] = $"${{{condition.Condition}}}", ["error_message"] = $"{Template.Escape(condition.Message!)}\nGot {condition.Got}." });
        }
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
