namespace Orchestrator.Cli.Toolchain;

/// <summary>
/// A directory for the temporary files of this process and of those that it starts, removed at the end: the jsii runtime unpacks several
/// megabytes at every start and leaves them behind. Where the home cannot be written, jsii's cache of packages stands in it too.
/// </summary>
internal sealed class TemporaryFiles : IDisposable
{
    private const string Variable = "TMPDIR";
    private const string CacheVariable = "JSII_RUNTIME_PACKAGE_CACHE_ROOT";
    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("orchestrator-");

    internal TemporaryFiles()
    {
        Environment.SetEnvironmentVariable(Variable, _directory.FullName);
        Node.Quieten();
        if (Environment.GetEnvironmentVariable(CacheVariable) is null && !CanWriteHome())
        {
            Environment.SetEnvironmentVariable(CacheVariable, Path.Combine(_directory.FullName, "jsii"));
        }
    }

    private static bool CanWriteHome()
    {
        try
        {
            var cache = Directory.CreateDirectory(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"));
            var probe = Path.Combine(cache.FullName, $".orchestrator-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

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
