using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Amazon.JSII.JsonModel.Api;
using Amazon.JSII.JsonModel.Api.Response;
using Amazon.JSII.Runtime.Deputy;
using Constructs;
using HashiCorp.Cdktf;

namespace Orchestrator.Modules.Synthesis;

/// <summary>
/// Makes objects in jsii's kernel and wraps them by reference, as the runtime wraps what node gives it. The constructors of the bindings look
/// through every method of the type for overrides, each time: several milliseconds for a resource. What is made here overrides nothing.
/// </summary>
internal static class JsiiKernel
{
    private static readonly ConcurrentDictionary<Type, Class> Classes = new();

    private static readonly Lazy<Func<string, object?[]?, Override[]?, string[]?, CreateResponse>> Creation = new(FindCreation);

    /// <summary>Has node load the packages of the bindings.</summary>
    internal static void Load() => Load(null, typeof(HashiCorp.Cdktf.Providers.Aws.Provider.AwsProvider).Assembly);

    /// <summary>Makes a resource.</summary>
    /// <typeparam name="T">Its type in the bindings.</typeparam>
    /// <param name="scope">Where it stands.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="configuration">The configuration that the type's constructor takes.</param>
    /// <param name="logicalId">Its name in Terraform; CDKTF's choice unless given.</param>
    /// <exception cref="ArgumentException">The configuration is another type's.</exception>
    internal static T Create<T>(Construct scope, string id, object configuration, string? logicalId = null)
        where T : TerraformElement
    {
        var type = Classes.GetOrAdd(typeof(T), Class.Of);
        if (!type.Configuration.IsInstanceOfType(configuration))
        {
            throw Mismatch<T>(configuration);
        }
        var reference = Create(type, scope, id, configuration);
        var element = (T)type.Wrap(Reference(reference, null, false));
        if (logicalId is not null && JsiiPipeline.Current is { } pipeline)
        {
            pipeline.Invoke(reference, "overrideLogicalId", logicalId);
        }
        else if (logicalId is not null)
        {
            element.OverrideLogicalId(logicalId);
        }
        return element;
    }

    /// <summary>Makes a construct that has no resource of its own, for a constructor of a subclass to wrap.</summary>
    /// <param name="scope">Where it stands.</param>
    /// <param name="id">Its id there.</param>
    internal static ByRefValue CreateConstruct(Construct scope, string id) => Reference(Create(Classes.GetOrAdd(typeof(Construct), Class.Of), scope, id), null, false);

    /// <summary>Makes a stack, for a constructor to wrap.</summary>
    /// <param name="app">The app.</param>
    /// <param name="name">Its name.</param>
    internal static ByRefValue CreateStack(App app, string name) => Reference(Create(Classes.GetOrAdd(typeof(TerraformStack), Class.Of), app, name), null, false);

    /// <summary>What to throw for a configuration of another type.</summary>
    internal static ArgumentException Mismatch<T>(object configuration) =>
        new($"{typeof(T).Name} takes {Class.ConfigurationOf(typeof(T)).Name}, not {configuration.GetType().Name}", nameof(configuration));

    private static string Create(Class type, params object?[] arguments)
    {
        object[] values = [.. arguments.Select(JsiiJson.Of)];
        return JsiiPipeline.Current is { } pipeline ? pipeline.Create(type.Name, values) : (string)Creation.Value(type.Name, values, [], [])["$jsii.byref"]!;
    }

    private static Func<string, object?[]?, Override[]?, string[]?, CreateResponse> FindCreation()
    {
        var client = JsiiConnection.CurrentClient();
        return client.GetType().GetMethod("Create", [typeof(string), typeof(object[]), typeof(Override[]), typeof(string[])])!
            .CreateDelegate<Func<string, object?[]?, Override[]?, string[]?, CreateResponse>>(client);
    }

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod)]
    private static extern void Load(JsiiTypeAttributeBase? type, Assembly assembly);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern ByRefValue Reference(string value, string[]? interfaces, bool isProxy);

    /// <summary>What is known of a class of the bindings.</summary>
    private sealed record Class(string Name, Type Configuration, Func<ByRefValue, object> Wrap)
    {
        internal static Class Of(Type type)
        {
            Load(null, type.Assembly);
            var attribute = type.GetCustomAttribute<JsiiClassAttribute>()!;
            var wrap = type.GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [typeof(ByRefValue)])!;
            return new Class(attribute.FullyQualifiedName, ConfigurationOf(type), reference => wrap.Invoke([reference]));
        }

        internal static Type ConfigurationOf(Type type)
        {
            var count = type.GetCustomAttribute<JsiiClassAttribute>()!.Parameters.Length;
            return type.GetConstructors().Select(constructor => constructor.GetParameters()).First(parameters => parameters.Length == count).Last().ParameterType;
        }
    }
}
