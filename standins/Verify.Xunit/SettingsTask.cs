using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>A comparison that begins when it is awaited; until then its settings can be changed.</summary>
public sealed partial class SettingsTask
{
    private readonly VerifySettings _settings;
    private readonly Func<VerifySettings, Task<VerifyResult>> _start;
    private Task<VerifyResult>? _task;

    internal SettingsTask(VerifySettings? settings, Func<VerifySettings, Task<VerifyResult>> start)
    {
        _settings = new(settings);
        _start = start;
    }

    /// <summary>The settings of this comparison alone.</summary>
    /// <exception cref="InvalidOperationException">The comparison has begun.</exception>
    public VerifySettings CurrentSettings =>
        _task is null
            ? _settings
            : throw new InvalidOperationException("The comparison has begun (it was awaited or made a Task): its settings are fixed.");

    /// <summary>Begins the comparison, if it has not begun.</summary>
    /// <returns>The comparison. It fails unless the text is the approved one.</returns>
    public Task<VerifyResult> ToTask() => _task ??= _start(CurrentSettings);

    /// <summary>Begins the comparison and says where the code that awaits it goes on.</summary>
    /// <param name="continueOnCapturedContext">Whether it goes on in the synchronization context it came from.</param>
    /// <returns>What to await.</returns>
    public ConfiguredTaskAwaitable<VerifyResult> ConfigureAwait(bool continueOnCapturedContext) =>
        ToTask().ConfigureAwait(continueOnCapturedContext);

    /// <summary>Begins the comparison; called by <see langword="await"/>.</summary>
    /// <returns>The awaiter.</returns>
    public TaskAwaiter<VerifyResult> GetAwaiter() => ToTask().GetAwaiter();

    /// <summary>Begins the comparison, so that a test may return it as its <see cref="Task"/>.</summary>
    /// <param name="settingsTask">The comparison.</param>
    public static implicit operator Task<VerifyResult>(SettingsTask settingsTask) => settingsTask.ToTask();
}
