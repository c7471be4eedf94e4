using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Orchestrator.Cli.Deploy;

/// <summary>
/// Hands Ctrl-C and SIGTERM on to Terraform, which then ends what it has begun and saves the state. This program waits for that and begins
/// nothing new.
/// </summary>
internal sealed class Interrupts : IDisposable
{
    private readonly HashSet<int> _running = [];
    private readonly Lock _lock = new();
    private readonly PosixSignalRegistration[] _registrations;

    internal Interrupts() => _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle)];

    /// <summary>Whether somebody wants this to end.</summary>
    internal bool IsRequested { get; private set; }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    /// <summary>Notes a process that is to hear of it.</summary>
    internal void Add(Process process)
    {
        lock (_lock)
        {
            _running.Add(process.Id);
        }
    }

    /// <summary>Forgets a process that has ended.</summary>
    internal void Remove(Process process)
    {
        lock (_lock)
        {
            _running.Remove(process.Id);
        }
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        var isFirst = !IsRequested;
        IsRequested = true;
        // A second interrupt would make Terraform give up without saving the state. A terminal sends one to its whole process group.
        if (!isFirst || (context.Signal == PosixSignal.SIGINT && ControllingTerminal.IsInForeground()))
        {
            return;
        }
        lock (_lock)
        {
            foreach (var id in _running)
            {
                using var kill = Process.Start("kill", ["-INT", id.ToString(CultureInfo.InvariantCulture)]);
                kill.WaitForExit();
            }
        }
    }
}
