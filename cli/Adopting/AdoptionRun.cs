using System.Text.Json.Nodes;
using Orchestrator.Cli.Deploy;
using Orchestrator.Cli.Toolchain;
using Orchestrator.Modules.Adopting;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Synthesis;

namespace Orchestrator.Cli.Adopting;

/// <summary>Plans what an adoption's manifest becomes over the state that there is, until the manifest says all that it can. Nothing of AWS is read, and nothing is changed.</summary>
/// <param name="adoption">The adoption.</param>
/// <param name="file">What the manifest is called in findings.</param>
/// <param name="ways">How what is adopted comes into its state.</param>
/// <param name="terraform">What plans.</param>
/// <param name="engine">What synthesizes.</param>
internal sealed class AdoptionRun(Adoption adoption, string file, AdoptionWays ways, Terraform terraform, EngineSession engine) : IDisposable
{
    private const string Configuration = "cdk.tf.json";

    /// <summary>A manifest says in the first plan what it must, in the second the keys, in the third the overrides; further ones are for what those bring with them.</summary>
    private const int MostPlans = 6;

    /// <summary>What lets the provider plan without AWS, over a state in a file.</summary>
    private const string Offline = """
        {
          "terraform": { "backend": { "local": { "path": "adopted.tfstate" } } },
          "provider": {
            "aws": [{
              "access_key": "none",
              "secret_key": "none",
              "skip_credentials_validation": true,
              "skip_metadata_api_check": "true",
              "skip_requesting_account_id": true,
              "skip_region_validation": true
            }]
          }
        }
        """;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("orchestrator-adopt-");
    private bool _isReady;

    public void Dispose() => _directory.Delete(recursive: true);

    /// <summary>Lets the manifest say all that it can.</summary>
    /// <returns>The manifest as it was checked at last; it may have errors, which no plan was made with.</returns>
    internal ManifestResult Run()
    {
        ManifestResult manifest;
        var plans = 0;
        bool hasChanged;
        do
        {
            // Which resources are there is known only when they have been made once.
            manifest = Check(adoption.Manifest(null));
            while (manifest.HasErrors && adoption.LeaveOut(manifest.Findings))
            {
                manifest = Check(adoption.Manifest(null));
            }
            if (manifest.HasErrors)
            {
                return manifest;
            }
            var configuration = Synthesize(manifest);
            adoption.Pair(configuration);
            hasChanged = adoption.Mend(Plan(ways == AdoptionWays.Moved ? Synthesize(Check(adoption.Manifest(ways))) : configuration));
        }
        while (hasChanged && ++plans < MostPlans);
        return Check(adoption.Manifest(ways));
    }

    private ManifestResult Check(string text) => ManifestReader.Read(text, file, Environment.CurrentDirectory, static _ => null, Today.Date);

    private JsonObject Synthesize(ManifestResult manifest)
    {
        engine.Await();
        var output = Path.Combine(_directory.FullName, "synthesized");
        OutputDirectory.Fill(output, staging => Synthesizer.Write([manifest], staging, SyncPackage.Of, engine.Engine, engine.Replay));
        var text = File.ReadAllText(Path.Combine(output, "stacks", manifest.StackName, Configuration));
        return JsonNode.Parse(text)!.AsObject();
    }

    private JsonNode Plan(JsonObject configuration)
    {
        // What is imported is in the state already here, and what is forgotten is not.
        configuration.Remove("import");
        configuration.Remove("removed");
        Write(Configuration, configuration);
        Write("offline_override.tf.json", JsonNode.Parse(Offline)!);
        Write("adopted.tfstate", adoption.State(ways, terraform.Program.ProviderAddress("hashicorp/aws")));
        Write("terraform.tfvars.json", new JsonObject(adoption.Variables.Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)variable.Value))));
        var log = Path.Combine(_directory.FullName, "terraform.log");
        try
        {
            if (!_isReady)
            {
                terraform.Initialize(_directory.FullName, log);
                _isReady = true;
            }
            terraform.Run(_directory.FullName, log, ["plan", "-input=false", "-refresh=false", "-lock=false", "-out=plan"]);
        }
        catch (Failure) when (terraform.IsInterrupted)
        {
            throw new Failure("interrupted; nothing was written");
        }
        catch (Failure) when (File.Exists(log))
        {
            // The log goes with the copy of the state.
            throw new Failure(TerraformError.Of(File.ReadAllText(log), _directory.FullName, null, terraform));
        }
        return terraform.Read(_directory.FullName, ["show", "-json", "plan"], stream => JsonNode.Parse(stream)!);
    }

    private void Write(string name, JsonNode content)
    {
        var path = Path.Combine(_directory.FullName, name);
        File.WriteAllText(path, content.ToJsonString());
    }
}
