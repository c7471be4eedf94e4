using System.CommandLine;
using System.Text.RegularExpressions;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli.Deploy;

/// <summary>Options that commands have in common which run Terraform.</summary>
internal static partial class DeployOptions
{
    internal static Option<string[]> Stacks() => new("--stack") { Description = "A stack by its name; may be repeated. All unless given.", HelpName = "NAME" };

    internal static Option<string?> Program() => new("--terraform") { Description = $"The Terraform or OpenTofu to run. {TerraformProgram.Variable} unless given, or terraform.", HelpName = "PROGRAM" };

    internal static Option<string?> Acknowledgements(string unlessGiven) => new("--acks") { Description = $"Findings that somebody answers for: docs/review.md says how. {unlessGiven} unless given.", HelpName = "FILE" };

    internal static Option<string[]> BackendConfig() => new("--backend-config") { Description = "Settings of the backend that the configuration leaves out, as terraform init takes them; may be repeated. No credentials.", HelpName = "FILE|KEY=VALUE" };

    /// <summary>The settings with whole paths.</summary>
    /// <exception cref="Failure">One is a credential, or a file that cannot be read.</exception>
    internal static IReadOnlyList<string> WholeBackendConfig(IEnumerable<string> settings) => [.. settings.Select(setting =>
    {
        var isValue = setting.Contains('=');
        var text = isValue ? setting : File.ReadAllText(Existing(setting));
        return Credential().Match(text) is { Success: true } match
            ? throw new Failure($"--backend-config holds {match.Groups["key"].Value}: Terraform would keep it in .terraform and in every plan; give credentials by the environment, such as AWS_PROFILE")
            : isValue ? setting : Path.GetFullPath(setting);
    })];

    /// <summary>The whole path of a file that is there; null for none.</summary>
    /// <exception cref="Failure">There is no such file.</exception>
    internal static string? Whole(string? file) => file is null ? null : Path.GetFullPath(Existing(file));

    private static string Existing(string file) => File.Exists(file) ? file : throw new Failure($"{file} cannot be read: there is no such file");

    [GeneratedRegex(@"^\s*(?<key>access_key|secret_key|token|password|sse_customer_key|client_private_key_pem)\s*=", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Credential();
}
