using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.State;

/// <summary>
/// State in a workspace of HCP Terraform, which locks and encrypts it. The token is what <c>terraform login</c> has stored, or
/// <c>TF_TOKEN_app_terraform_io</c>.
/// </summary>
[RefusesUnknownKeys("STATE281")]
public sealed record CloudBackendProps : IProps
{
    /// <summary>The organization.</summary>
    public required Value<string> Organization { get; init; }

    /// <summary>The workspaces' project. The organization's default project unless set.</summary>
    public Value<string>? Project { get; init; }

    /// <summary>The host of Terraform Enterprise. <c>app.terraform.io</c> unless set. Each stack has a workspace of its name.</summary>
    public Value<string>? Hostname { get; init; }
}
