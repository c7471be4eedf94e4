namespace Orchestrator.Cli.Toolchain;

/// <summary>A directory with Terraform providers, for machines that reach no provider registry.</summary>
internal static class ProviderMirror
{
    private const string Variable = "ORCHESTRATOR_PROVIDER_MIRROR";
    private const int DeepestLevel = 3;
    private static readonly string Provider = Path.Combine("registry.terraform.io", "hashicorp", "aws");
    private static readonly HashSet<string> Skipped = ["/proc", "/sys", "/dev", "/run"];

    /// <summary>The mirror in ORCHESTRATOR_PROVIDER_MIRROR, else the first directory near the root that holds the AWS provider; null where there is none.</summary>
    internal static string? Find() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Search(Path.GetPathRoot(Environment.CurrentDirectory)!, 0);

    /// <summary>The provider's versions in a mirror, oldest first.</summary>
    internal static IReadOnlyList<string> Versions(string mirror)
    {
        var directory = Path.Combine(mirror, Provider);
        return Directory.Exists(directory) ? [.. Directory.EnumerateDirectories(directory).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>The providers in a mirror, by their source addresses.</summary>
    internal static IReadOnlyList<string> Providers(string mirror) =>
    [
        .. from host in Directory.EnumerateDirectories(mirror)
           from space in Directory.EnumerateDirectories(host)
           from provider in Directory.EnumerateDirectories(space)
           let address = Path.GetRelativePath(mirror, provider).Replace('\\', '/')
           orderby address
           select address,
    ];

    private static string? Search(string directory, int level)
    {
        try
        {
            if (Directory.Exists(Path.Combine(directory, Provider)))
            {
                return directory;
            }
            return level == DeepestLevel ? null : Directory.EnumerateDirectories(directory)
                .Where(child => !Skipped.Contains(child) && new DirectoryInfo(child).LinkTarget is null)
                .Order(StringComparer.Ordinal)
                .Select(child => Search(child, level + 1))
                .FirstOrDefault(found => found is not null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
