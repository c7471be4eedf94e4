using System.Text.Json.Nodes;
using Orchestrator.Cli.Output;

namespace Orchestrator.Cli.Toolchain;

/// <summary>
/// From where <c>terraform init</c> takes providers: from where Terraform's own settings say, and where those lead nowhere, from a mirror on this
/// machine, by a CLI configuration of our own.
/// </summary>
/// <param name="directory">A directory for that configuration.</param>
internal sealed class ProviderInstallation(string directory)
{
    private const string Variable = "TF_CLI_CONFIG_FILE";
    private string? _settings;

    /// <summary>The mirror in use; null where there is none.</summary>
    internal string? Mirror { get; private set; }

    /// <summary>What Terraform gets as TF_CLI_CONFIG_FILE: where that names no file Terraform would warn of it on every call.</summary>
    internal string? Settings => _settings ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named && File.Exists(named) ? named : null);

    /// <summary>Turns to a mirror; false where there is none, or it is in use already.</summary>
    /// <exception cref="Failure">The mirror that is named is no directory.</exception>
    internal bool TryMirror()
    {
        if (Mirror is not null || ProviderMirror.Find() is not { } found)
        {
            return false;
        }
        var mirror = Path.GetFullPath(found);
        if (!Directory.Exists(mirror))
        {
            throw new Failure($"ORCHESTRATOR_PROVIDER_MIRROR names {found}, which is no directory");
        }
        var providers = ReadableJson.List(ProviderMirror.Providers(mirror)).ToJsonString();
        var file = Path.Combine(directory, "mirror.tfrc");
        File.WriteAllText(file, $$"""
            provider_installation {
              filesystem_mirror {
                path    = {{JsonValue.Create(mirror).ToJsonString()}}
                include = {{providers}}
              }
              direct {
                exclude = {{providers}}
              }
            }
            """);
        (Mirror, _settings) = (mirror, file);
        return true;
    }
}
