namespace Orchestrator.Cli.Deploy;

/// <summary>How plans are made and reviewed; kept with a plan, so that it can be made again in the same way.</summary>
internal sealed record PlanOptions
{
    /// <summary>The manifests that were named, as whole paths; empty where none was, or <see cref="Synthesized"/> is planned.</summary>
    public IReadOnlyList<string> Manifests { get; init; } = [];

    /// <summary>The environments that were named; empty for all.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>The output directory that is planned as it stands, as a whole path; null where manifests are synthesized.</summary>
    public string? Synthesized { get; init; }

    /// <summary>The Terraform or OpenTofu that was named; null where none was.</summary>
    public string? Program { get; init; }

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

    /// <summary>The arguments of <c>orchestrator plan</c> that plan stacks in this way again, seen from the current directory.</summary>
    internal IEnumerable<string> Again(IEnumerable<string> stacks, string output) =>
    [
        "plan",
        .. Manifests.Select(Hint.PathTo),
        .. Synthesized is null ? [] : Option("--synthesized", [Hint.PathTo(Synthesized)]),
        .. Option("--environment", Environments),
        .. Option("--stack", stacks),
        .. Option("--acks", Acknowledgements is null ? [] : [Hint.PathTo(Acknowledgements)]),
        .. Option("--settings", Settings is null ? [] : [Hint.PathTo(Settings)]),
        .. Option("--target", Targets),
        .. Option("--var-file", VarFiles.Select(Hint.PathTo)),
        .. Option("--backend-config", BackendConfig.Select(setting => setting.Contains('=') ? setting : Hint.PathTo(setting))),
        .. Option("--terraform", Program is null ? [] : [Program]),
        "--out",
        output,
    ];

    private static IEnumerable<string> Option(string name, IEnumerable<string> values) => values.SelectMany(value => new[] { name, value });

    /// <summary>Arguments of <c>plan</c>.</summary>
    internal IEnumerable<string> Plan => [.. Targets.Select(target => $"-target={target}"), .. VarFiles.Select(file => $"-var-file={file}")];
}
