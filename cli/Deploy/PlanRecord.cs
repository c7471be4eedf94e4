namespace Orchestrator.Cli.Deploy;

/// <summary>What is known of a stack's plan: by it an apply tells whether the plan is the one that was reviewed, of what still stands there.</summary>
internal sealed record PlanRecord
{
    /// <summary>The version of this form.</summary>
    public int FormatVersion { get; init; } = 1;

    /// <summary>The stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The stacks that are applied before it.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>The directory that Terraform runs in, relative to the stack's directory of plans.</summary>
    public required string Directory { get; init; }

    /// <summary>What made the plan: <c>Terraform 1.11.4</c>.</summary>
    public required string Program { get; init; }

    /// <summary>The stacks whose apply it has to wait for: it could not be planned before. Empty where there is a plan.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>Stacks that it needs and that change: once they are applied, the plan is made again and must be the same.</summary>
    public IReadOnlyList<string> ProvisionalBecauseOf { get; init; } = [];

    /// <summary>The SHA-256 of the configuration's files, of the lock file and of the plan.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; init; } = new Dictionary<string, string>();

    /// <summary>The providers of the lock file, with their versions.</summary>
    public IReadOnlyDictionary<string, string> Providers { get; init; } = new Dictionary<string, string>();

    /// <summary>The review's fingerprint of the plan.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Whether the plan changes anything.</summary>
    public bool HasChanges { get; init; }

    /// <summary>How it was made.</summary>
    public required PlanOptions Options { get; init; }
}
