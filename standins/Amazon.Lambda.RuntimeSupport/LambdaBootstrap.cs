using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Asks the Lambda service for invocations, one after the other, and answers them.</summary>
public class LambdaBootstrap : IDisposable
{
    private readonly Func<Stream, ILambdaContext, Task<Stream>> _handler;
    private readonly LambdaBootstrapInitializer? _initializer;
    private readonly RuntimeApi _api = new();

    internal LambdaBootstrap(Func<Stream, ILambdaContext, Task<Stream>> handler, LambdaBootstrapInitializer? initializer)
    {
        _handler = handler;
        _initializer = initializer;
    }

    /// <summary>Runs until it is cancelled, or until the Lambda service cannot be reached.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (_initializer is not null && !await InitializeAsync(_initializer, cancellationToken))
        {
            return;
        }
        while (!cancellationToken.IsCancellationRequested)
        {
            await InvokeAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection with the Lambda service.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _api.Dispose();
        }
    }

    private async Task<bool> InitializeAsync(LambdaBootstrapInitializer initializer, CancellationToken cancellationToken)
    {
        try
        {
            return await initializer();
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(exception.ToString().AsMemory(), cancellationToken);
            await _api.FailInitializationAsync(exception, cancellationToken);
            throw;
        }
    }

    // A handler's exception is the invocation's, never the loop's.
    private async Task InvokeAsync(CancellationToken cancellationToken)
    {
        var (input, context) = await _api.NextAsync(cancellationToken);
        Stream output;
        try
        {
            output = await _handler(input, context);
        }
#pragma warning disable CA1031 // Whatever the handler throws is reported to the service.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(exception.ToString().AsMemory(), cancellationToken);
            await _api.FailAsync(context.AwsRequestId, exception, cancellationToken);
            return;
        }
        await _api.RespondAsync(context.AwsRequestId, output, cancellationToken);
    }
}
