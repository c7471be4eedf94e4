namespace Orchestrator.Modules.Publishing;

/// <summary>Numbers what is called alike: <c>name</c>, <c>name_2</c>.</summary>
internal sealed class UniqueNames
{
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>The name, with a number where it was asked for before.</summary>
    internal string Of(string name) => (_counts[name] = _counts.GetValueOrDefault(name) + 1) is var count && count == 1 ? name : $"{name}_{count}";
}
