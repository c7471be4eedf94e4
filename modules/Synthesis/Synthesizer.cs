using HashiCorp.Cdktf;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.Synthesis;

/// <summary>Turns checked manifests into Terraform JSON.</summary>
public static class Synthesizer
{
    /// <summary>Writes the configurations, and the manifest.json that cdktf's own commands read.</summary>
    /// <param name="manifests">Manifests without errors, with different stack names.</param>
    /// <param name="directory">The directory to write into; it must exist.</param>
    /// <exception cref="ArgumentException">A manifest has errors.</exception>
    public static void Write(IReadOnlyList<ManifestResult> manifests, string directory)
    {
        var app = new App(new AppConfig { Outdir = directory, StackTraces = false });
        foreach (var manifest in manifests)
        {
            new ManifestStack(app, manifest);
        }
        app.Synth();
    }
}
