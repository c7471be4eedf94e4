using Orchestrator.Cli.Output;
using Orchestrator.Modules.Synthesis;

namespace Orchestrator.Cli.Toolchain;

/// <summary>
/// What synthesizes. A node that is to do it starts and loads CDKTF while this process reads manifests; at the end, what both leave in the directory of
/// temporary files is removed.
/// </summary>
internal sealed class EngineSession : IDisposable
{
    private readonly Task _loading = Task.CompletedTask;
    private TemporaryFiles? _temporary;

    /// <summary>Begins.</summary>
    /// <param name="engine">What is to synthesize.</param>
    internal EngineSession(SynthesisEngine engine = SynthesisEngine.Native)
    {
        Engine = engine;
        if (engine == SynthesisEngine.Node && Node.IsInstalled)
        {
            ManagedProgram.Require();
            _temporary = new TemporaryFiles();
            _loading = Task.Run(Synthesizer.Load);
        }
    }

    /// <summary>What is to synthesize.</summary>
    internal SynthesisEngine Engine { get; }

    /// <summary>Waits until it is ready.</summary>
    /// <exception cref="Failure">It is node, and there is none.</exception>
    internal void Await()
    {
        if (Engine == SynthesisEngine.Node)
        {
            Node.Require("by --engine node");
            _loading.GetAwaiter().GetResult();
        }
    }

    /// <summary>Makes ready for node after all.</summary>
    /// <param name="gap">What the native engine does not know.</param>
    /// <exception cref="Failure">There is no node.</exception>
    internal void Replay(string gap)
    {
        Terminal.Verbose($"the native engine does not know {gap}: node synthesizes");
        Node.Require($"for what the native engine does not know, {gap}");
        ManagedProgram.Require();
        _temporary ??= new TemporaryFiles();
    }

    public void Dispose()
    {
        Task.WaitAny(_loading);
        _temporary?.Dispose();
    }
}
