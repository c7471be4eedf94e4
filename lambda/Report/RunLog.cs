using Orchestrator.Lambda.Run;

namespace Orchestrator.Lambda.Report;

/// <summary>Writes a line for each run. Nothing that goes wrong here is in the way of the sync.</summary>
internal sealed class RunLog(TextWriter writer, bool writesMetrics, bool writesAddressCount)
{
    /// <summary>Writes the line of a run.</summary>
    internal void Write(RunReport report)
    {
        try
        {
            var line = ReportJson.Write(report);
            if (writesMetrics)
            {
                EmbeddedMetrics.AddTo(line, report, writesAddressCount);
            }
            writer.WriteLine(line.ToJsonString());
            writer.Flush();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The run has been made; without a log there is nobody to tell.
        }
    }
}
