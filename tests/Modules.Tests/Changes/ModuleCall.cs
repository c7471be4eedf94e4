using System.Text.Json.Nodes;
using Orchestrator.Modules.Publishing;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>A call of a published module.</summary>
/// <param name="Module">The module.</param>
/// <param name="Key">Which of its calls.</param>
/// <param name="Variables">What it gives.</param>
internal sealed record ModuleCall(PublishedModule Module, string Key, JsonObject Variables)
{
    private static readonly string Folder = Repository.PathOf("tests", "Modules.Tests", "Changes", "Calls");

    /// <summary>Where it is: its module with the key of the call.</summary>
    internal string Address => $"{Module.Name}[\"{Key}\"]";

    /// <summary>What it gives otherwise than the complete example, which gives the rest.</summary>
    internal JsonObject? Patch { get; init; }

    /// <summary>The inputs that it gives though it need not; of what the complete example gives too, none again.</summary>
    internal IEnumerable<ModuleSetting> Settings => ModuleSetting.In(Module, Variables).Where(setting => Patch is null || setting.IsIn(Patch));

    /// <summary>The calls of a module: its complete example, and that with other values where the example has the defaults.</summary>
    internal static IEnumerable<ModuleCall> Of(PublishedModule module)
    {
        var complete = ModuleText.Example(module.Name, "complete");
        yield return new ModuleCall(module, "complete", complete);
        foreach (var (key, patch) in Directory.EnumerateFiles(Folder, $"{module.Name}.json").SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject()))
        {
            yield return new ModuleCall(module, key, Patched(complete, patch!.AsObject())) { Patch = patch.AsObject() };
        }
    }

    /// <summary>What a call gives with other values: null where it gives none.</summary>
    private static JsonObject Patched(JsonObject variables, JsonObject patch)
    {
        var patched = variables.DeepClone().AsObject();
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                patched.Remove(name);
            }
            else
            {
                patched[name] = value is JsonObject inner && patched[name] is JsonObject outer ? Patched(outer, inner) : value.DeepClone();
            }
        }
        return patched;
    }
}
