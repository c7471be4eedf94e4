namespace Orchestrator.Cli.Toolchain;

/// <summary>
/// A directory for the temporary files of this process and of those that it starts, removed at the end: the jsii runtime unpacks several
/// megabytes at every start and leaves them behind.
/// </summary>
internal sealed class TemporaryFiles : IDisposable
{
    private const string Variable = "TMPDIR";
    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("orchestrator-");

    internal TemporaryFiles() => Environment.SetEnvironmentVariable(Variable, _directory.FullName);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        try
        {
            _directory.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Left behind, as it would have been without this.
        }
    }
}
