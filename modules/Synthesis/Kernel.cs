using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Amazon.JSII.Runtime.Deputy;
using Constructs;
using HashiCorp.Cdktf;

namespace Orchestrator.Modules.Synthesis;

/// <summary>What constructs ask of CDKTF. The kernel in this process does it while there is one (ADR 13), else node.</summary>
internal static class Kernel
{
    private static NativeKernel? Native => NativeKernel.Current;

    /// <summary>Has constructs made, and writes their configurations.</summary>
    /// <param name="engine">What writes them.</param>
    /// <param name="directory">The directory to write into; it must exist.</param>
    /// <param name="compose">Makes the constructs of an app; called again where the kernel in this process lacks something.</param>
    /// <param name="replay">Is told what that was, before node does all of it.</param>
    internal static void Run(SynthesisEngine engine, string directory, Action<App> compose, Action<string>? replay = null)
    {
        if (engine == SynthesisEngine.Node || !RunNative(directory, compose, replay))
        {
            using var pipeline = JsiiPipeline.Begin();
            var app = new App(new AppConfig { Outdir = directory, StackTraces = false });
            compose(app);
            app.Synth();
        }
    }

    /// <summary>Makes a stack, for a constructor to wrap.</summary>
    internal static ByRefValue CreateStack(App app, string name) => Native?.CreateStack(name) ?? JsiiKernel.CreateStack(app, name);

    /// <summary>Makes a stack.</summary>
    internal static TerraformStack NewStack(App app, string name) => NewStack(CreateStack(app, name));

    /// <summary>Makes a construct that has no resource of its own, for a constructor to wrap.</summary>
    /// <param name="scope">Where it stands.</param>
    /// <param name="id">Its id there.</param>
    internal static ByRefValue CreateConstruct(Construct scope, string id) => Native?.CreateConstruct(scope, id) ?? JsiiKernel.CreateConstruct(scope, id);

    /// <summary>Makes an element of a configuration.</summary>
    /// <typeparam name="T">Its type in the bindings.</typeparam>
    /// <param name="scope">Where it stands.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="configuration">The configuration that the type's constructor takes.</param>
    /// <param name="logicalId">Its name in Terraform; CDKTF's choice unless given.</param>
    /// <exception cref="ArgumentException">The configuration is another type's.</exception>
    internal static T Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.NonPublicConstructors)] T>(Construct scope, string id, object configuration, string? logicalId = null)
        where T : TerraformElement
        => Native is null ? JsiiKernel.Create<T>(scope, id, configuration, logicalId) : Native.Create<T>(scope, id, configuration, logicalId) ?? throw JsiiKernel.Mismatch<T>(configuration);

    /// <summary>Makes a stack's backend.</summary>
    internal static void CreateBackend<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.NonPublicConstructors)] TBackend, TConfiguration>(TerraformStack stack, TConfiguration configuration, Func<TerraformStack, TConfiguration, TBackend> construct)
        where TBackend : TerraformBackend
        where TConfiguration : notnull
    {
        if (Native is null)
        {
            construct(stack, configuration);
        }
        else
        {
            Native.Create<TBackend>(stack, "backend", configuration, null);
        }
    }

    /// <summary>Has a copy of a file beside the configuration.</summary>
    /// <param name="scope">Where it stands.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="path">The file, as an absolute path.</param>
    /// <param name="hash">What tells it from another version.</param>
    /// <returns>Where it is, from the configuration.</returns>
    internal static string AddAsset(Construct scope, string id, string path, string hash) =>
        Native?.AddAsset(scope, id, new NativeAsset(path, hash)) ?? new TerraformAsset(scope, id, new TerraformAssetConfig { Path = path, Type = AssetType.FILE, AssetHash = hash }).Path;

    /// <summary>Names a workspace of HCP Terraform.</summary>
    internal static NamedCloudWorkspace CreateWorkspace(string name, string? project) => Native?.CreateWorkspace(name, project) ?? new NamedCloudWorkspace(name, project);

    /// <summary>Sets what is to be at a path of keys of an element, whatever its type has.</summary>
    internal static void Override(TerraformElement element, string path, object value)
    {
        if (Native is null)
        {
            element.AddOverride(path, value);
        }
        else
        {
            Native.NodeOf(element).Override(path, value);
        }
    }

    /// <summary>Sets what is to be at a path of keys of a stack's configuration; null takes out what is there.</summary>
    internal static void Override(TerraformStack stack, string path, object? value)
    {
        if (Native is null)
        {
            stack.AddOverride(path, value!);
        }
        else
        {
            Native.NodeOf(stack).Override(path, value);
        }
    }

    /// <summary>Has Terraform make a resource after others.</summary>
    internal static void SetDependsOn(TerraformResource resource, string[] addresses)
    {
        if (Native is null)
        {
            resource.DependsOn = addresses;
        }
        else
        {
            Native.NodeOf(resource).DependsOn = addresses;
        }
    }

    /// <summary>Has CDKTF ask whether a stack is valid before anything is written.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="validate">Gives what is wrong.</param>
    internal static void AddValidation(TerraformStack stack, Func<string[]> validate)
    {
        if (Native is null)
        {
            stack.Node.AddValidation(new Validation(validate));
        }
        else
        {
            Native.NodeOf(stack).Validations.Add(validate);
        }
    }

    /// <summary>The ids that lead to a construct.</summary>
    internal static string PathOf(Construct construct) => Native is null ? construct.Node.Path : Native.NodeOf(construct).Path;

    /// <summary>An expression where a number is wanted.</summary>
    internal static double Number(string template) => Native?.Tokens.Number(template) ?? Token.AsNumber(template);

    /// <summary>An expression, or a value that the bindings have no type for, where something of several types is wanted.</summary>
    internal static object Any(object value) => Native is null ? Token.AsAny(value) : new NativeTokens.Any(value);

    /// <summary>An expression where a list of strings is wanted.</summary>
    internal static string[] List(string template) => Native?.Tokens.List(template) ?? Token.AsList(template);

    /// <summary>An expression where a map of strings is wanted.</summary>
    internal static IDictionary<string, string> Map(string template) => Native is null ? Token.AsStringMap(template) : Native.Tokens.Map(template);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern TerraformStack NewStack(ByRefValue reference);

    private static bool RunNative(string directory, Action<App> compose, Action<string>? replay)
    {
        try
        {
            using var kernel = NativeKernel.Begin();
            compose(NativeKernel.App());
            kernel.Write(directory);
            return true;
        }
        catch (NativeGapException gap)
        {
            replay?.Invoke(gap.Message);
            return false;
        }
    }

    /// <summary>What CDKTF calls; jsii wants an object of its own kind.</summary>
    private sealed class Validation(Func<string[]> validate) : DeputyBase, IValidation
    {
        public string[] Validate() => validate();
    }
}
