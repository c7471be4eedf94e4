using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Orchestrator.Lambda.Act;
using Orchestrator.Lambda.Report;
using Orchestrator.Lambda.Settings;

namespace Orchestrator.Lambda.Run;

/// <summary>Runs for the Lambda service.</summary>
internal static class LambdaMode
{
    /// <summary>Answers invocations until the service ends the process.</summary>
    /// <returns>The exit code: 1 where the settings are wrong, which the service has been told.</returns>
    internal static async Task<int> RunAsync()
    {
        SyncFunction? function = null;
        // Not the console's writer: the official runtime puts its own words in front of each line, and CloudWatch then finds no metrics.
        using var log = new StreamWriter(Console.OpenStandardOutput());
        using var bootstrap = LambdaBootstrapBuilder
            .Create<JsonObject>(async (payload, context) => await HandleAsync(function!, SyncRequest.Read(await ReadAsync(payload)), context), new SourceGeneratorLambdaJsonSerializer<FunctionJson>())
            .UseBootstrapHandler(() =>
            {
                function = Composition.FromEnvironment(log);
                return Task.FromResult(true);
            })
            .Build();
        try
        {
            await bootstrap.RunAsync();
            return 0;
        }
        catch (SettingsException)
        {
            return 1;
        }
    }

    /// <summary>Answers one invocation. Where only told was asked for, a failure is part of the answer.</summary>
    /// <exception cref="SyncFailedException">A run failed.</exception>
    internal static async Task<JsonObject> HandleAsync(SyncFunction function, SyncRequest request, ILambdaContext context)
    {
        using var deadline = new Deadline(context.RemainingTime, TimeProvider.System);
        var reports = await function.RunAsync(request, deadline);
        var failures = reports.Where(report => report.Result == RunResult.Failed).Select(report => $"{report.Key.TargetGroup}, port {report.Key.Port}: {string.Join("; ", report.Outcome.Problems)}").ToList();
        return failures.Count == 0 || request.DryRun || request.Status ? ReportJson.Write(reports) : throw new SyncFailedException(OneLine.Of(string.Join(" | ", failures)));
    }

    private static async Task<byte[]> ReadAsync(Stream payload)
    {
        using var content = new MemoryStream();
        await payload.CopyToAsync(content);
        return content.ToArray();
    }
}
