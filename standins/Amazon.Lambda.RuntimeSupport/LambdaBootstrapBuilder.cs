using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes what connects a handler with the Lambda service.</summary>
public class LambdaBootstrapBuilder
{
    private readonly Func<Stream, ILambdaContext, Task<Stream>> _handler;
    private LambdaBootstrapInitializer? _initializer;

    private LambdaBootstrapBuilder(Func<Stream, ILambdaContext, Task<Stream>> handler) => _handler = handler;

    /// <summary>Begins with a handler.</summary>
    /// <param name="handler">Runs for each invocation.</param>
    /// <param name="serializer">Writes its output.</param>
    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) => new(async (input, context) =>
    {
        var output = new MemoryStream();
        serializer.Serialize(await handler(input, context), output);
        output.Position = 0;
        return output;
    });

    /// <summary>Adds what runs once, before the first invocation. The function does not start when it throws or returns false.</summary>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        _initializer = lambdaBootstrapInitializer;
        return this;
    }

    /// <summary>Ends with what runs it.</summary>
    public LambdaBootstrap Build() => new(_handler, _initializer);
}
