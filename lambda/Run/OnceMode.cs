using System.Text.Encodings.Web;
using System.Text.Json;
using Orchestrator.Lambda.Act;
using Orchestrator.Lambda.Report;
using Orchestrator.Lambda.Settings;

namespace Orchestrator.Lambda.Run;

/// <summary>Runs once, as a process on an operator's machine.</summary>
internal static class OnceMode
{
    private const int Good = 0;
    private const int Failed = 1;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs.</summary>
    /// <returns>The exit code: 0, or 1 where the settings are wrong or a run failed.</returns>
    internal static async Task<int> RunAsync(bool isDryRun, bool isJson)
    {
        SyncFunction function;
        try
        {
            function = Composition.FromEnvironment(log: null);
        }
        catch (SettingsException exception)
        {
            await Console.Error.WriteLineAsync($"error: {exception.Message}");
            return Failed;
        }
        using var deadline = new Deadline(Limit, TimeProvider.System);
        var reports = await function.RunAsync(new SyncRequest { DryRun = isDryRun }, deadline);
        await Console.Out.WriteAsync(isJson ? ReportJson.Write(reports).ToJsonString(Indented) + "\n" : string.Concat(reports.Select(ReportText.Write)));
        return reports.Any(report => report.Result == RunResult.Failed) ? Failed : Good;
    }
}
