namespace Orchestrator.Modules.Synthesis;

/// <summary>A nested block by Terraform's own names. What is null is left out.</summary>
internal sealed class Block : Dictionary<string, object?>;
