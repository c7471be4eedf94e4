using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Synthesis;

/// <summary>
/// The constructs of a stack by what refers to them: a security group's id, a target group's ARN. So what was named by its expression, or in
/// a manifest, is found again, and what comes first can wait for what comes later.
/// </summary>
internal sealed class MadeConstructs
{
    private readonly Dictionary<Value<string>, object> _made = [];
    private readonly Dictionary<Value<string>, List<Action<object>>> _waiting = [];

    /// <summary>Notes a construct, and does what waited for it.</summary>
    internal void Add(Value<string> key, object construct)
    {
        _made[key] = construct;
        if (_waiting.Remove(key, out var actions))
        {
            actions.ForEach(action => action(construct));
        }
    }

    /// <summary>The construct of a key, or null where this stack makes none, or none yet.</summary>
    internal T? Find<T>(Value<string> key)
        where T : class
        => _made.GetValueOrDefault(key) as T;

    /// <summary>Does something with the construct of a key, now or once it is made; never, where this stack does not make it.</summary>
    internal void WhenMade<T>(Value<string> key, Action<T> action)
        where T : class
    {
        if (_made.TryGetValue(key, out var construct))
        {
            Run(construct);
            return;
        }
        if (!_waiting.TryGetValue(key, out var actions))
        {
            _waiting[key] = actions = [];
        }
        actions.Add(Run);

        void Run(object made)
        {
            if (made is T wanted)
            {
                action(wanted);
            }
        }
    }
}
