using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.State;

/// <summary>Where Terraform keeps a stack's state: exactly one kind.</summary>
public sealed record BackendProps : IProps
{
    /// <summary>A file on this machine; for a first look, not for a team.</summary>
    public LocalBackendProps? Local { get; init; }
}

/// <summary>State in a file.</summary>
public sealed record LocalBackendProps
{
    /// <summary>
    /// The file, relative to the directory that Terraform runs in. Unless set, <c>terraform.STACK.tfstate</c> beside the output
    /// directory, so that clearing the output does not lose it.
    /// </summary>
    public string? Path { get; init; }
}
