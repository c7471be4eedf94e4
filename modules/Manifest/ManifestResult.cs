using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Manifest;

/// <summary>What came of reading a manifest.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Props">What it says; null where too much is wrong to tell.</param>
/// <param name="Model">Everything that it declares.</param>
/// <param name="Findings">What is wrong, in the order of the text.</param>
/// <param name="Suppressed">What is wrong and answered for.</param>
public sealed record ManifestResult(string File, ManifestProps? Props, Model Model, IReadOnlyList<Finding> Findings, IReadOnlyList<SuppressedFinding> Suppressed)
{
    /// <summary>Whether nothing may be synthesized from it.</summary>
    public bool HasErrors => Props is null || Findings.Any(finding => finding.Rule.Level == Level.Error);

    /// <summary>The stack's name.</summary>
    public string StackName => $"{Props?.App}-{Props?.Environment}";
}
