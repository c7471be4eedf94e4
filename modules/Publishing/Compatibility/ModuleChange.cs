namespace Orchestrator.Modules.Publishing;

/// <summary>One change between two versions of a module.</summary>
/// <param name="Weight">What it means to those who use the module.</param>
/// <param name="Place">What changed: <c>variable.listeners</c>.</param>
/// <param name="What">How, as the rest of a sentence.</param>
/// <param name="Before">What was there in the version before, as Terraform writes it; null where there was nothing, or nothing that one text tells.</param>
/// <param name="After">What is there now; null likewise.</param>
public sealed record ModuleChange(Weight Weight, string Place, string What, string? Before = null, string? After = null);
