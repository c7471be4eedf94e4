using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Tests.Terraform;

/// <summary>A directory that Terraform runs in, offline: the provider comes from a mirror on the disk, the credentials are made up.</summary>
internal sealed class TerraformDirectory
{
    /// <summary>What lets the provider plan without AWS.</summary>
    internal const string Credentials = """
        {
          "provider": {
            "aws": [
              {
                "access_key": "made-up",
                "secret_key": "made-up",
                "skip_credentials_validation": true,
                "skip_metadata_api_check": "true",
                "skip_requesting_account_id": true,
                "skip_region_validation": true,
                "allowed_account_ids": []
              }
            ]
          }
        }
        """;

    /// <summary>What sensitive variables hold.</summary>
    internal const string Secret = "for-nobody-to-read";

    private readonly string _directory;
    private readonly Dictionary<string, string?> _environment;

    /// <summary>Prepares a directory with a configuration in it.</summary>
    internal TerraformDirectory(string directory)
    {
        _directory = directory;
        var settings = Path.Combine(directory, "test.tfrc");
        File.WriteAllText(settings, $$"""
            provider_installation {
              filesystem_mirror {
                path    = {{JsonSerializer.Serialize(Mirror)}}
                include = ["registry.terraform.io/*/*"]
              }
            }
            """);
        File.WriteAllText(Path.Combine(directory, "test_override.tf.json"), Credentials);
        _environment = new() { ["TF_CLI_CONFIG_FILE"] = settings, ["TF_IN_AUTOMATION"] = "1", ["CHECKPOINT_DISABLE"] = "1", ["TF_VAR_oidc_client_secret"] = "made-up", ["TF_VAR_oidc_client_secrets"] = $$"""{ "shop": "{{Secret}}", "partners": "{{Secret}}" }""" };
    }

    private static string? Mirror { get; } = ProviderMirror.Find();

    /// <summary>What is missing to run Terraform; null where nothing is, or where its absence is to fail the test.</summary>
    internal static string? ReasonToSkip { get; } = Environment.GetEnvironmentVariable("REQUIRE_TERRAFORM") == "1" ? null : FindMissing();

    /// <summary>The environment in which Terraform runs offline here, with another variable.</summary>
    internal IReadOnlyDictionary<string, string?> EnvironmentWith((string Name, string? Value) variable) => new Dictionary<string, string?>(_environment) { [variable.Name] = variable.Value };

    /// <summary>Runs Terraform and expects it to succeed.</summary>
    internal string Run(params IReadOnlyList<string> arguments)
    {
        var result = Processes.Run("terraform", arguments, _directory, _environment);
        Assert.True(result.ExitCode == 0, $"terraform {string.Join(' ', arguments)}: {result.Error}{result.Output}");
        return result.Output;
    }

    /// <summary>Runs Terraform, whatever comes of it.</summary>
    internal ProcessResult Try(params IReadOnlyList<string> arguments) => Processes.Run("terraform", arguments, _directory, _environment);

    /// <summary>Runs Terraform and expects it to fail.</summary>
    internal string RunToFailure(params IReadOnlyList<string> arguments)
    {
        var result = Processes.Run("terraform", arguments, _directory, _environment);
        Assert.True(result.ExitCode == 1, $"terraform {string.Join(' ', arguments)}: {result.Error}{result.Output}");
        return result.Output;
    }

    /// <summary>Has Terraform find the modules and the provider.</summary>
    internal void Initialize() => Run("init", "-input=false", "-no-color");

    /// <summary>Has Terraform and the provider look at the configuration. A plan does so too: each of the two starts the provider anew, which takes seconds.</summary>
    internal void Validate()
    {
        Initialize();
        Run("validate", "-no-color");
    }

    /// <summary>Whether Terraform accepts the configuration.</summary>
    internal bool IsValid()
    {
        Initialize();
        return Processes.Run("terraform", ["validate", "-no-color"], _directory, _environment).ExitCode == 0;
    }

    /// <summary>The actions of a plan, by address.</summary>
    internal IReadOnlyDictionary<string, string> Plan()
    {
        Initialize();
        // What it says as it goes: to show a plan that was written starts the provider once more.
        return Run("plan", "-input=false", "-no-color", "-json").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).Where(line => (string?)line["type"] == "planned_change")
            .ToDictionary(line => (string)line["change"]!["resource"]!["addr"]!, line => (string)line["change"]!["action"]!);
    }

    /// <summary>The changes of a plan, with all values.</summary>
    internal IReadOnlyList<JsonElement> PlanWithValues()
    {
        Initialize();
        Run("plan", "-input=false", "-no-color", "-out=plan");
        using var plan = JsonDocument.Parse(Run("show", "-json", "plan"));
        return [.. plan.RootElement.GetProperty("resource_changes").EnumerateArray().Select(change => change.Clone())];
    }

    private static string? FindMissing()
    {
        try
        {
            Processes.Run("terraform", ["version"], AppContext.BaseDirectory);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "terraform is not installed";
        }
        return Mirror is null ? "no provider mirror with hashicorp/aws is on the disk: set ORCHESTRATOR_PROVIDER_MIRROR" : null;
    }
}
