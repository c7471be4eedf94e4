namespace Orchestrator.Cli.Deploy;

/// <summary>A stack that has been synthesized.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Directory">The directory that Terraform runs in.</param>
/// <param name="Needs">The stacks that are applied before it.</param>
internal sealed record SynthesizedStack(string Name, string Directory, IReadOnlyList<string> Needs);
