using System.Diagnostics;
using System.Text;
using Orchestrator.Lambda.Tests.Network;

namespace Orchestrator.Lambda.Tests.Process;

/// <summary>The published function as a process, with nothing of the test's own environment.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    private readonly System.Diagnostics.Process _process;
    private readonly StringBuilder _output = new();
    private readonly Lock _lock = new();

    internal FunctionProcess(string bootstrap, IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(bootstrap, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        _process = System.Diagnostics.Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>All it has written.</summary>
    internal string Output
    {
        get
        {
            lock (_lock)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>The memory that it has now, in megabytes as Lambda counts them (2^20 bytes).</summary>
    internal double ResidentMegabytes => Megabytes("VmRSS:");

    /// <summary>The most memory that it has had.</summary>
    internal double PeakMegabytes => Megabytes("VmHWM:");

    /// <summary>The addresses that it has reserved, whether there is memory behind them or not.</summary>
    internal double ReservedMegabytes => Megabytes("VmSize:");

    /// <summary>The time that processors have spent on it.</summary>
    internal TimeSpan ProcessorTime => _process.TotalProcessorTime;

    /// <summary>The environment of a function whose DNS and AWS are the test's.</summary>
    internal static Dictionary<string, string> Environment(DnsServer dns, AwsServer aws) => new(StringComparer.Ordinal)
    {
        ["ALB_DNS_NAME"] = Zone.Name,
        ["ALB_LISTENER"] = "443",
        ["S3_BUCKET"] = AwsServer.Bucket,
        ["NLB_TG_ARN"] = Zone.TargetGroup,
        ["SYNC_DNS_SERVERS"] = dns.EndPoint.ToString(),
        ["AWS_ENDPOINT_URL"] = aws.Url,
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_ACCESS_KEY_ID"] = SignatureCheck.AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = SignatureCheck.SecretKey,
    };

    internal async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private double Megabytes(string name) =>
        double.Parse(File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;

    private void Append(string? line)
    {
        lock (_lock)
        {
            _output.Append(line).Append('\n');
        }
    }
}
