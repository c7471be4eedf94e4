namespace Orchestrator.Modules.State;

/// <summary>State in a file.</summary>
public sealed record LocalBackendProps
{
    /// <summary>
    /// The file, relative to the directory that Terraform runs in. Unless set, <c>terraform.STACK.tfstate</c> beside the output
    /// directory, so that clearing the output does not lose it.
    /// </summary>
    public string? Path { get; init; }
}
