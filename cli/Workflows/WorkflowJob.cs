namespace Orchestrator.Cli.Workflows;

/// <summary>A job of a workflow of GitHub, as far as it decides who gets a role of AWS.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">Where it stands.</param>
internal sealed record WorkflowJob(string Name, long Line)
{
    /// <summary>The events that start it.</summary>
    internal required IReadOnlyList<WorkflowTrigger> Triggers { get; init; }

    /// <summary>The condition that it runs under; empty for none.</summary>
    internal required string Condition { get; init; }

    /// <summary>The environment that it names; null for none.</summary>
    internal required string? Environment { get; init; }

    /// <summary>Whether its permissions are written out, in it or for the whole workflow.</summary>
    internal required bool HasPermissions { get; init; }

    /// <summary>Whether it may ask for an OpenID Connect token, by which a role is assumed.</summary>
    internal required bool GetsToken { get; init; }

    /// <summary>The actions that it uses, with their settings.</summary>
    internal required IReadOnlyList<WorkflowAction> Actions { get; init; }
}

/// <summary>An event that starts a workflow.</summary>
/// <param name="Event">Its name.</param>
/// <param name="Branches">The branches that it is limited to; empty for all.</param>
internal sealed record WorkflowTrigger(string Event, IReadOnlyList<string> Branches)
{
    /// <summary>Whether whoever may push any branch starts it with what stands in that branch.</summary>
    internal bool IsOfAnyBranch => Branches.Count == 0 || Branches.Any(branch => branch.Contains('*'));
}

/// <summary>An action that a step uses.</summary>
/// <param name="Uses">Its name and version.</param>
/// <param name="Line">Where it stands.</param>
/// <param name="Settings">Its settings.</param>
internal sealed record WorkflowAction(string Uses, long Line, IReadOnlyDictionary<string, string> Settings);
