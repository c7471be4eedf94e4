using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Amazon.JSII.JsonModel.Api;
using Amazon.JSII.JsonModel.Api.Response;
using Amazon.JSII.Runtime.Deputy;
using Amazon.JSII.Runtime.Services;
using Constructs;
using Parameter = Amazon.JSII.JsonModel.Spec.Parameter;

namespace Orchestrator.Modules.Synthesis;

/// <summary>
/// Makes objects in jsii's kernel and wraps them by reference, as the runtime wraps what node gives it. The constructors of the bindings look
/// through every method of the type for overrides, each time: several milliseconds for a resource. What is made here overrides nothing.
/// </summary>
internal static class JsiiKernel
{
    private static readonly ConcurrentDictionary<Type, Class> Classes = new();

    private static readonly Lazy<Func<string, object?[]?, Override[]?, string[]?, CreateResponse>> Creation = new(FindCreation);

    /// <summary>Makes a resource.</summary>
    /// <typeparam name="T">Its type in the bindings.</typeparam>
    /// <param name="scope">Where it stands.</param>
    /// <param name="id">Its id there.</param>
    /// <param name="configuration">The configuration that the type's constructor takes.</param>
    /// <exception cref="ArgumentException">The configuration is another type's.</exception>
    internal static T Create<T>(Construct scope, string id, object configuration)
        where T : Construct
    {
        var type = Classes.GetOrAdd(typeof(T), Class.Of);
        return type.Configuration.IsInstanceOfType(configuration)
            ? (T)type.Wrap(Create(type, scope, id, configuration))
            : throw new ArgumentException($"{typeof(T).Name} takes {type.Configuration.Name}, not {configuration.GetType().Name}", nameof(configuration));
    }

    /// <summary>Makes a construct that has no resource of its own, for a constructor of a subclass to wrap.</summary>
    /// <param name="scope">Where it stands.</param>
    /// <param name="id">Its id there.</param>
    internal static ByRefValue CreateConstruct(Construct scope, string id) => Create(Classes.GetOrAdd(typeof(Construct), Class.Of), scope, id);

    private static ByRefValue Create(Class type, params object?[] arguments) =>
        Reference((string)Creation.Value(type.Name, ConvertArguments(null, type.Parameters, arguments), [], [])["$jsii.byref"]!, null, false);

    private static Func<string, object?[]?, Override[]?, string[]?, CreateResponse> FindCreation()
    {
        var client = typeof(ServiceContainer).Assembly.GetType("Amazon.JSII.Runtime.Services.IClient", throwOnError: true)!;
        return client.GetMethod("Create", [typeof(string), typeof(object[]), typeof(Override[]), typeof(string[])])!
            .CreateDelegate<Func<string, object?[]?, Override[]?, string[]?, CreateResponse>>(Services(null).GetService(client));
    }

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "get_ServiceProvider")]
    private static extern IServiceProvider Services([UnsafeAccessorType("Amazon.JSII.Runtime.Services.ServiceContainer, Amazon.JSII.Runtime")] object? container);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod)]
    private static extern object?[] ConvertArguments(DeputyBase? type, Parameter[] parameters, params object?[] arguments);

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod)]
    private static extern void Load(JsiiTypeAttributeBase? type, Assembly assembly);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern ByRefValue Reference(string value, string[]? interfaces, bool isProxy);

    /// <summary>What is known of a class of the bindings.</summary>
    private sealed record Class(string Name, Parameter[] Parameters, Type Configuration, Func<ByRefValue, object> Wrap)
    {
        internal static Class Of(Type type)
        {
            Load(null, type.Assembly);
            var attribute = type.GetCustomAttribute<JsiiClassAttribute>()!;
            var wrap = type.GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [typeof(ByRefValue)])!;
            var configuration = type.GetConstructors().Select(constructor => constructor.GetParameters()).First(parameters => parameters.Length == attribute.Parameters.Length).Last().ParameterType;
            return new Class(attribute.FullyQualifiedName, attribute.Parameters, configuration, reference => wrap.Invoke([reference]));
        }
    }
}
