namespace Orchestrator.Modules.Names;

/// <summary>A type of resource whose instances two stacks can both have without choosing a name.</summary>
/// <param name="Type">The type in Terraform.</param>
/// <param name="Why">What tells one from another.</param>
internal sealed record UnnamedResource(string Type, string Why);
