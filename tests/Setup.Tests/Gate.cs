using System.Diagnostics;

namespace Orchestrator.Setup.Tests;

/// <summary>A named pipe that a fake tool reads: it waits there until the gate opens.</summary>
internal sealed class Gate : IDisposable
{
    private readonly string _path;
    private FileStream? _pipe;

    internal Gate(string path)
    {
        _path = path;
        using var process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
    }

    /// <summary>Returns when the tool stands at the gate.</summary>
    internal async Task ReachedAsync() =>
        // Opening a pipe for writing takes until somebody opens it for reading.
        _pipe = await Task.Run(() => new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)).WaitAsync(Running.Deadline);

    internal void Open() => Dispose();

    public void Dispose()
    {
        _pipe?.Dispose();
        File.Delete(_path);
    }
}
