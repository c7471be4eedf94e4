using Orchestrator.Modules.Manifest;

namespace Orchestrator.Cli.Stacks;

/// <summary>A stack of a manifest, for an engine that plans many.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Manifest">The manifest's file, as it was named.</param>
/// <param name="Environment">Its environment.</param>
/// <param name="Region">Its region.</param>
/// <param name="AccountId">Its account; null where the manifest does not say.</param>
/// <param name="Needs">The stacks that it refers to.</param>
/// <param name="Files">What it is made from: the manifest, and the files that are put into it.</param>
internal sealed record ListedStack(string Name, string Manifest, string Environment, string Region, string? AccountId, IReadOnlyList<string> Needs, IReadOnlyList<string> Files)
{
    /// <summary>The stacks of manifests without errors, each after those that it needs.</summary>
    internal static IReadOnlyList<ListedStack> Of(IEnumerable<ManifestResult> manifests) => [.. manifests.SelectMany(manifest => manifest.StacksInOrder.Select(stack => new ListedStack(
        stack,
        manifest.File,
        manifest.Props!.Environment,
        manifest.Shown($"{manifest.Props.Region}"),
        manifest.Props.AccountId is { } account ? manifest.Shown($"{account}") : null,
        manifest.NeedsOf(stack),
        [manifest.File, .. manifest.Files])))];
}
