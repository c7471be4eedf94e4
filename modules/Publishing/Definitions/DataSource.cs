namespace Orchestrator.Modules.Publishing;

/// <summary>Something in AWS that a module looks at before it plans.</summary>
/// <param name="Type">Its type: <c>aws_lb</c>.</param>
/// <param name="Name">Its name in the module.</param>
/// <param name="Arguments">Which one is meant, and how many there are, as JSON.</param>
internal sealed record DataSource(string Type, string Name, string Arguments)
{
    /// <summary>What an acted provider answers, so that the conditions on it hold, as JSON; what it makes up unless set.</summary>
    internal string Answer { get; init; } = "{}";

    /// <summary>The actions of IAM that reading it takes; none unless set.</summary>
    internal IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Whether what an acted provider makes up would not do.</summary>
    internal bool HasAnswer => Answer != "{}";
}
