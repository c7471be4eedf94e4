namespace Orchestrator.Cli.Deploy;

/// <summary>How plans are made and reviewed; kept with a plan, so that it can be made again in the same way.</summary>
internal sealed record PlanOptions
{
    /// <summary>Addresses; Terraform plans these alone, and what they need.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Files with values of variables, as whole paths.</summary>
    public IReadOnlyList<string> VarFiles { get; init; } = [];

    /// <summary>Settings of the backend that the configuration does not have: files as whole paths, or <c>KEY=VALUE</c>.</summary>
    public IReadOnlyList<string> BackendConfig { get; init; } = [];

    /// <summary>The file of acknowledgements, as a whole path; null for none.</summary>
    public string? Acknowledgements { get; init; }

    /// <summary>The file of the review's settings, as a whole path; null for none.</summary>
    public string? Settings { get; init; }

    /// <summary>Arguments of <c>init</c>.</summary>
    internal IEnumerable<string> Init => BackendConfig.Select(setting => $"-backend-config={setting}");

    /// <summary>Arguments of <c>plan</c>.</summary>
    internal IEnumerable<string> Plan => [.. Targets.Select(target => $"-target={target}"), .. VarFiles.Select(file => $"-var-file={file}")];
}
