using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;
using Orchestrator.Modules.Functions;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.State;
using Orchestrator.Modules.Synthesis;

namespace Orchestrator.Modules.Tests.Synthesis;

/// <summary>Synthesizes into a directory of its own and reads the result.</summary>
internal static class Synthesized
{
    /// <summary>What stands for the sync function's zip, whose hash differs from one version of the function to the next.</summary>
    internal static FunctionPackage Package { get; } = MakePackage();

    /// <summary>The configuration of a manifest's stack, as text.</summary>
    internal static string Text(ManifestResult manifest) => In(directory =>
    {
        Synthesizer.Write([manifest], directory, _ => Package);
        return Configuration(directory, manifest.StackName);
    });

    /// <summary>The resources of a stack that is composed in C#.</summary>
    internal static JsonObject Stack(Action<TerraformStack> compose, string name = "composed") => App(
        app =>
        {
            var stack = new TerraformStack(app, name);
            TerraformSettings.Apply(stack, name, new BackendProps { Local = new() });
            new AwsProvider(stack, "aws", new AwsProviderConfig { Region = "eu-central-1" });
            compose(stack);
        },
        name);

    /// <summary>The resources of a stack that makes itself in an app.</summary>
    internal static JsonObject App(Action<App> make, string name) => In(directory =>
    {
        var app = new App(new AppConfig { Outdir = directory, StackTraces = false });
        make(app);
        app.Synth();
        return Resources(Configuration(directory, name));
    });

    /// <summary>Every resource of the stacks that something writes into a directory.</summary>
    internal static IReadOnlyList<Made> Stacks(Action<string> write) => In(directory =>
    {
        write(directory);
        return Directory.EnumerateDirectories(Path.Combine(directory, "stacks"))
            .Order(StringComparer.Ordinal)
            .SelectMany(stack => Resources(File.ReadAllText(Path.Combine(stack, "cdk.tf.json")))
                .SelectMany(kind => kind.Value!.AsObject().Select(resource => new Made(Path.GetFileName(stack), kind.Key, resource.Key, resource.Value!.AsObject()))))
            .ToList();
    });

    /// <summary>The resources of a configuration, without CDKTF's notes about where they come from.</summary>
    internal static JsonObject Resources(string configuration)
    {
        var resources = JsonNode.Parse(configuration)!["resource"]!.AsObject();
        foreach (var resource in resources.SelectMany(kind => kind.Value!.AsObject()))
        {
            resource.Value!.AsObject().Remove("//");
        }
        return resources;
    }

    /// <summary>The resources as lines, in an order that does not depend on that of their making.</summary>
    internal static IEnumerable<string> Sorted(JsonObject resources) =>
        resources.SelectMany(kind => kind.Value!.AsObject().Select(resource => $"{kind.Key}.{resource.Key} {resource.Value!.ToJsonString()}")).Order(StringComparer.Ordinal);

    private static T In<T>(Func<string, T> action)
    {
        var directory = Directory.CreateTempSubdirectory("synthesized-");
        try
        {
            return action(directory.FullName);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static FunctionPackage MakePackage()
    {
        var zip = Path.Combine(AppContext.BaseDirectory, "static-ip-sync.zip");
        File.WriteAllText(zip, "made up");
        return FunctionPackage.FromFile(zip);
    }

    private static string Configuration(string directory, string stack) => File.ReadAllText(Path.Combine(directory, "stacks", stack, "cdk.tf.json"));
}
