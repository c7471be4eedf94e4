using Orchestrator.Modules.Synthesis;

namespace Orchestrator.Cli.Toolchain;

/// <summary>A node that starts and loads CDKTF while this process reads manifests. At the end, what both leave in the directory of temporary files is removed.</summary>
internal sealed class NodeSession : IDisposable
{
    private readonly TemporaryFiles _temporary = new();
    private readonly Task _loading = Node.IsInstalled ? Task.Run(Synthesizer.Load) : Task.CompletedTask;

    /// <summary>Waits until node is ready.</summary>
    /// <exception cref="Failure">There is no node.</exception>
    internal void Await()
    {
        Node.Require();
        _loading.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        Task.WaitAny(_loading);
        _temporary.Dispose();
    }
}
