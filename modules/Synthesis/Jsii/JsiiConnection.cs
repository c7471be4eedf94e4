using System.Reflection;
using System.Runtime.CompilerServices;
using Amazon.JSII.Runtime.Services;

namespace Orchestrator.Modules.Synthesis;

/// <summary>What the jsii runtime has beneath the bindings: the lines of JSON that go to node and come from it. The runtime keeps these types to itself.</summary>
internal sealed class JsiiConnection
{
    private static readonly Type Client = Internal("Client");
    private static readonly Type ClientInterface = Internal("IClient");
    private static readonly Type RuntimeInterface = Internal("IRuntime");

    private readonly IServiceProvider _services;

    private JsiiConnection(IServiceProvider services)
    {
        _services = services;
        var runtime = services.GetService(RuntimeInterface)!;
        Read = RuntimeInterface.GetMethod("ReadResponse")!.CreateDelegate<Func<string>>(runtime);
        Write = RuntimeInterface.GetMethod("WriteRequest")!.CreateDelegate<Action<string>>(runtime);
    }

    /// <summary>Reads an answer.</summary>
    internal Func<string> Read { get; }

    /// <summary>Writes a request.</summary>
    internal Action<string> Write { get; }

    /// <summary>The connection of this process; node is started where none is.</summary>
    internal static JsiiConnection Open() => new(ServiceProvider(null));

    /// <summary>The runtime's client, by which the bindings talk to node.</summary>
    internal static object CurrentClient() => ServiceProvider(null).GetService(ClientInterface)!;

    /// <summary>Has the runtime look for the types of the bindings, as it does before the first call otherwise.</summary>
    internal void FindTypes()
    {
        var types = Internal("ITypeCache");
        types.GetMethod("TryGetClassType")!.Invoke(_services.GetService(types), ["constructs.Construct"]);
    }

    /// <summary>The runtime's services, with a client that reads and writes another way.</summary>
    internal IServiceProvider Redirected(Func<string> read, Action<string> write)
    {
        var redirected = DispatchProxy.Create(RuntimeInterface, typeof(RedirectedRuntime));
        ((RedirectedRuntime)redirected).Read = read;
        ((RedirectedRuntime)redirected).Write = write;
        var constructor = Client.GetConstructors().Single();
        var services = constructor.GetParameters().Select(parameter => parameter.ParameterType == RuntimeInterface ? redirected : _services.GetService(parameter.ParameterType));
        return new ServicesWithClient(_services, constructor.Invoke([.. services]));
    }

    private static Type Internal(string name) => typeof(ServiceContainer).Assembly.GetType($"{typeof(ServiceContainer).Namespace}.{name}", throwOnError: true)!;

    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = "get_ServiceProvider")]
    private static extern IServiceProvider ServiceProvider([UnsafeAccessorType("Amazon.JSII.Runtime.Services.ServiceContainer, Amazon.JSII.Runtime")] object? container);

    private sealed class ServicesWithClient(IServiceProvider services, object client) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == ClientInterface ? client : services.GetService(serviceType);
    }

    /// <summary>Stands for the runtime's IRuntime, which has these two methods.</summary>
    internal class RedirectedRuntime : DispatchProxy
    {
        internal required Func<string> Read { get; set; }

        internal required Action<string> Write { get; set; }

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            switch (targetMethod!.Name)
            {
                case "ReadResponse":
                    return Read();
                case "WriteRequest":
                    Write((string)args![0]!);
                    return null;
                default:
                    throw new MissingMethodException(nameof(RedirectedRuntime), targetMethod.Name);
            }
        }
    }
}
