using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.State;

/// <summary>Where Terraform keeps a stack's state: exactly one kind. No credentials stand here; Terraform takes them from the environment.</summary>
public sealed record BackendProps : IProps
{
    /// <summary>A file on this machine; for a first look, not for a team.</summary>
    public LocalBackendProps? Local { get; init; }

    /// <summary>An object in an S3 bucket, encrypted and locked.</summary>
    public S3BackendProps? S3 { get; init; }

    /// <summary>A workspace of HCP Terraform or Terraform Enterprise.</summary>
    public CloudBackendProps? Cloud { get; init; }

    /// <summary>A server that speaks Terraform's HTTP protocol, such as GitLab.</summary>
    public HttpBackendProps? Http { get; init; }

    /// <summary>The kinds that are set, by their keys.</summary>
    internal IEnumerable<string> Kinds => new (string Key, object? Props)[] { ("local", Local), ("s3", S3), ("cloud", Cloud), ("http", Http) }.Where(kind => kind.Props is not null).Select(kind => kind.Key);

    /// <summary>The backend of one stack: the placeholders of its key replaced.</summary>
    /// <param name="app">The application.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="stack">The stack's name.</param>
    internal BackendProps For(string app, string environment, string stack) =>
        S3 is null ? this : this with { S3 = S3 with { Key = StateKey.Of(S3.Key ?? StateKey.Template, app, environment, stack) } };
}
