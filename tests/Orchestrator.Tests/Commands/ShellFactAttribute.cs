namespace Orchestrator.Tests.Commands;

/// <summary>A test that needs a shell; it is skipped by name where that is not installed.</summary>
public sealed class ShellFactAttribute : FactAttribute
{
    /// <summary>The test of a shell.</summary>
    /// <param name="shell">The program.</param>
    public ShellFactAttribute(string shell)
    {
        var isInstalled = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(directory => File.Exists(Path.Combine(directory, shell)));
        Skip = isInstalled ? null : $"{shell} is not installed";
    }
}
