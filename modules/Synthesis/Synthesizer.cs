using HashiCorp.Cdktf;
using Orchestrator.Modules.Functions;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Provider;
using Orchestrator.Text;

namespace Orchestrator.Modules.Synthesis;

/// <summary>Turns checked manifests into Terraform JSON.</summary>
public static class Synthesizer
{
    /// <summary>Starts node and has it load the packages, which <see cref="Write"/> does otherwise: worth a thread while there is other work. Returns when that is done.</summary>
    public static void Load()
    {
        JsiiKernel.Load();
        JsiiConnection.Open().FindTypes();
    }

    /// <summary>Writes the configurations, and the manifest.json that cdktf's own commands read.</summary>
    /// <param name="manifests">Manifests without errors, with different stack names.</param>
    /// <param name="directory">The directory to write into; it must exist.</param>
    /// <param name="packages">Gives the zip of the sync function for an architecture; asked only where a manifest has the function.</param>
    /// <param name="engine">What writes them.</param>
    /// <param name="replay">Is told what the native engine does not know, before node does all of it.</param>
    /// <exception cref="ArgumentException">A manifest has errors, or the function and no zip.</exception>
    /// <exception cref="StackCycleException">Stacks need each other in a circle by what is wired between them.</exception>
    /// <exception cref="UnknownResourceException">An override is of a resource that no stack makes.</exception>
    public static void Write(IReadOnlyList<ManifestResult> manifests, string directory, Func<FunctionArchitecture, FunctionPackage>? packages = null, SynthesisEngine engine = SynthesisEngine.Native, Action<string>? replay = null)
    {
        Kernel.Run(engine, directory, app => Compose(app, manifests, packages), replay);
        foreach (var manifest in manifests.Where(manifest => manifest.StackNames.Count > 1))
        {
            StackLinks.Write(manifest.StackNames, directory);
        }
    }

    private static void Compose(App app, IReadOnlyList<ManifestResult> manifests, Func<FunctionArchitecture, FunctionPackage>? packages)
    {
        foreach (var manifest in manifests)
        {
            var stacks = new List<ManifestStack>();
            foreach (var stack in manifest.StacksInOrder)
            {
                stacks.Add(new ManifestStack(app, manifest, stack, stacks.LastOrDefault(), packages));
            }
            var models = stacks.Select(StackModel.Of).ToList();
            Override(manifest, models);
            Adopt(manifest, models);
        }
    }

    private static void Override(ManifestResult manifest, IReadOnlyList<StackModel> stacks)
    {
        foreach (var (address, attributes) in manifest.Props!.Overrides)
        {
            StackWith(address, "overrides", manifest, stacks).Set(new OverridesProps { Overrides = new Dictionary<string, IReadOnlyDictionary<string, RawValue>> { [address] = attributes } });
        }
    }

    /// <summary>Each stack gets the blocks of its own resources; what is forgotten is in the state of the main one.</summary>
    private static void Adopt(ManifestResult manifest, IReadOnlyList<StackModel> stacks)
    {
        if (manifest.Props!.Adoption is not { } adoption)
        {
            return;
        }
        var moved = adoption.Moved.ToLookup(entry => StackWith(entry.Key, "adoption.moved", manifest, stacks), entry => (entry.Key, entry.Value));
        var imports = adoption.Imports.ToLookup(entry => StackWith(entry.Key, "adoption.imports", manifest, stacks), entry => (entry.Key, entry.Value));
        var main = stacks.FirstOrDefault(stack => stack.Name == manifest.StackName);
        foreach (var stack in stacks)
        {
            stack.Adopt(moved[stack], imports[stack], stack == main ? adoption.Removed : []);
        }
    }

    private static StackModel StackWith(string address, string section, ManifestResult manifest, IReadOnlyList<StackModel> stacks) =>
        stacks.FirstOrDefault(stack => stack.Addresses.Contains(address)) ?? throw Unknown(manifest, $"{section}.{address}", address, stacks);

    private static UnknownResourceException Unknown(ManifestResult manifest, string path, string address, IReadOnlyList<StackModel> stacks)
    {
        var hint = Nearest.Hint(address, stacks.SelectMany(stack => stack.Addresses));
        return new($"{manifest.LocationOf(path)}: {path} is not the address of a resource that the manifest makes; {(hint.Length > 0 ? hint : "take it from the plan, or from the configuration that synth writes without it")}");
    }
}
