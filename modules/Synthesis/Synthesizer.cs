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
            Override(manifest, [.. stacks.Select(StackModel.Of)]);
        }
    }

    private static void Override(ManifestResult manifest, IReadOnlyList<StackModel> stacks)
    {
        foreach (var (address, attributes) in manifest.Props!.Overrides)
        {
            var stack = stacks.FirstOrDefault(stack => stack.Addresses.Contains(address)) ?? throw Unknown(manifest, address, stacks);
            stack.Set(new OverridesProps { Overrides = new Dictionary<string, IReadOnlyDictionary<string, RawValue>> { [address] = attributes } });
        }
    }

    private static UnknownResourceException Unknown(ManifestResult manifest, string address, IReadOnlyList<StackModel> stacks)
    {
        var path = $"overrides.{address}";
        var hint = Nearest.Hint(address, stacks.SelectMany(stack => stack.Addresses));
        return new($"{manifest.LocationOf(path)}: {path} is not the address of a resource that the manifest makes; {(hint.Length > 0 ? hint : "take it from the plan, or from the configuration that synth writes without it")}");
    }
}
