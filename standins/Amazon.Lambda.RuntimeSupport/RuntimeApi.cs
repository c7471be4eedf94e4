using System.Buffers;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Lambda Runtime API, version 2018-06-01.</summary>
internal sealed class RuntimeApi : IDisposable
{
    private const string ErrorType = "Lambda-Runtime-Function-Error-Type";

    // The service freezes the process while it waits for the next invocation.
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromHours(12) };
    private readonly string _address = $"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime";

    internal async Task<(Stream Input, InvocationContext Context)> NextAsync(CancellationToken cancellationToken)
    {
        var response = await _client.GetAsync(new Uri($"{_address}/invocation/next"), cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsStreamAsync(cancellationToken), new InvocationContext(response.Headers));
    }

    internal Task RespondAsync(string requestId, Stream output, CancellationToken cancellationToken) =>
        PostAsync($"invocation/{requestId}/response", new StreamContent(output), cancellationToken);

    internal Task FailAsync(string requestId, Exception exception, CancellationToken cancellationToken) =>
        PostAsync($"invocation/{requestId}/error", Content(exception), cancellationToken);

    internal Task FailInitializationAsync(Exception exception, CancellationToken cancellationToken) =>
        PostAsync("init/error", Content(exception), cancellationToken);

    public void Dispose() => _client.Dispose();

    private async Task PostAsync(string path, HttpContent content, CancellationToken cancellationToken)
    {
        using var response = await _client.PostAsync(new Uri($"{_address}/{path}"), content, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static ByteArrayContent Content(Exception exception)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("errorType", exception.GetType().Name);
            writer.WriteString("errorMessage", exception.Message);
            writer.WriteStartArray("stackTrace");
            foreach (var line in (exception.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                writer.WriteStringValue(line);
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        var content = new ByteArrayContent(buffer.WrittenSpan.ToArray());
        content.Headers.Add(ErrorType, exception.GetType().Name);
        content.Headers.ContentType = new("application/vnd.aws.lambda.error+json");
        return content;
    }
}
