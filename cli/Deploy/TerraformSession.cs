using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli.Deploy;

/// <summary>What a command that runs Terraform holds for as long as it runs.</summary>
internal sealed class TerraformSession : IDisposable
{
    private readonly Interrupts _interrupts = new();
    private readonly DirectoryInfo _settings = Directory.CreateTempSubdirectory("orchestrator-");

    /// <summary>Finds Terraform.</summary>
    /// <param name="named">What the command line names; null leaves it to the environment.</param>
    /// <exception cref="Failure">There is no Terraform that will do.</exception>
    internal TerraformSession(string? named) => Terraform = new(TerraformProgram.Find(named), new ProviderInstallation(_settings.FullName), _interrupts);

    /// <summary>What plans and applies.</summary>
    internal Terraform Terraform { get; }

    public void Dispose()
    {
        _interrupts.Dispose();
        _settings.Delete(recursive: true);
    }
}
