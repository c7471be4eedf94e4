using Orchestrator.Modules.Findings;
using Orchestrator.Modules.State;

namespace Orchestrator.Modules.Manifest;

/// <summary>What came of reading a manifest.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Props">What it says; null where too much is wrong to tell.</param>
/// <param name="Model">Everything that it declares.</param>
/// <param name="Findings">What is wrong, in the order of the text.</param>
/// <param name="Suppressed">What is wrong and answered for.</param>
public sealed record ManifestResult(string File, ManifestProps? Props, Model Model, IReadOnlyList<Finding> Findings, IReadOnlyList<SuppressedFinding> Suppressed)
{
    /// <summary>Which of the manifest's environments it is of; null where the manifest has no others.</summary>
    public string? Environment { get; init; }

    /// <summary>The file, and the environment where it has several.</summary>
    public string Title => Environment is null ? File : $"{File} ({Environment})";

    /// <summary>The files that were put into it by <c>${file:path}</c>, their paths as far as the manifest's own, each once.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Whether its text is YAML, so that it can be shown and compared.</summary>
    public bool IsYaml => Written is not null;

    /// <summary>The text as a tree, of this environment alone and with placeholders as they stand there; null where it is not YAML.</summary>
    internal MappingNode? Written { get; init; }

    /// <summary>Where the manifest's paths stand in its text.</summary>
    internal SourceMap? Sources { get; init; }

    /// <summary>Whether nothing may be synthesized from it.</summary>
    public bool HasErrors => Props is null || Findings.Any(finding => finding.Rule.Level == Level.Error);

    internal Secrets Secrets { get; init; } = new();

    /// <summary>
    /// A text about the manifest as it may be shown: in the place of a value that came from the environment or a file stands its placeholder, in that of a
    /// secret <c>(secret)</c>. Findings have been through it.
    /// </summary>
    public string Shown(string text) => Secrets.Hide(text);

    /// <summary>The main stack's name.</summary>
    public string StackName => $"{Props?.App}-{Props?.Environment}";

    /// <summary>The names of all its stacks, the main one first; none where the manifest could not be read.</summary>
    public IReadOnlyList<string> StackNames => Props is null ? [] : new StackAssignment(Props).Names;

    /// <summary>The same, each after those that it refers to: what is referred to is made first, so that it is found and wired.</summary>
    public IReadOnlyList<string> StacksInOrder => Props is null ? [] : new StackAssignment(Props).InOrder(Model, out _);

    /// <summary>The stacks that one of its stacks refers to.</summary>
    /// <param name="stack">The stack's name.</param>
    public IReadOnlyList<string> NeedsOf(string stack) => Props is null ? [] : [.. new StackAssignment(Props).References(Model).Keys.Where(edge => edge.From == stack).Select(edge => edge.To)];

    /// <summary>The place of a path, or of the nearest thing around it.</summary>
    internal Location LocationOf(string path) => Sources?.Find(path) ?? new Location(File, 1, 1);

    /// <summary>The backend of one of its stacks.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <exception cref="InvalidOperationException">The manifest could not be read.</exception>
    public BackendProps BackendOf(string stack) => Props is null ? throw new InvalidOperationException("the manifest could not be read") : Props.Backend.For(Props.App, Props.Environment, stack);
}
