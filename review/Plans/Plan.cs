namespace Orchestrator.Review.Plans;

/// <summary>A plan of Terraform or OpenTofu, as <c>show -json</c> tells it.</summary>
public sealed record Plan
{
    /// <summary>The version of the format: <c>1.2</c>.</summary>
    public required string FormatVersion { get; init; }

    /// <summary>The version of the program that made it.</summary>
    public string? TerraformVersion { get; init; }

    /// <summary>Whether the planning ended with an error; the plan then holds what came before it.</summary>
    public bool IsErrored { get; init; }

    /// <summary>Whether an apply leaves nothing to do; false after <c>-target</c> and with deferred changes, null where the plan does not say.</summary>
    public bool? IsComplete { get; init; }

    /// <summary>What happens to each resource, also to those that stay as they are.</summary>
    public IReadOnlyList<ResourceChange> Changes { get; init; } = [];

    /// <summary>What the plan leaves to a later one.</summary>
    public IReadOnlyList<ResourceChange> Deferred { get; init; } = [];

    /// <summary>What was found to be different from the state.</summary>
    public IReadOnlyList<ResourceChange> Drift { get; init; } = [];

    /// <summary>The actions that the apply invokes, and those that it leaves to a later one.</summary>
    public IReadOnlyList<ActionInvocation> Invocations { get; init; } = [];

    /// <summary>What happens to each output of the root module.</summary>
    public IReadOnlyList<OutputChange> Outputs { get; init; } = [];

    /// <summary>What <c>check</c> blocks, conditions and validations came to.</summary>
    public IReadOnlyList<PlannedCheck> Checks { get; init; } = [];

    /// <summary>How many resources the state before the plan held.</summary>
    public int PriorResources { get; init; }

    /// <summary>The configuration, as far as the plan repeats it.</summary>
    public Configuration Configuration { get; init; } = Configuration.None;

    /// <summary>Values that must not be shown, wherever they turn up.</summary>
    internal IReadOnlyCollection<string> Secrets { get; init; } = [];
}
