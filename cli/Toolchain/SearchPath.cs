namespace Orchestrator.Cli.Toolchain;

/// <summary>The directories in which programs are looked for by their name.</summary>
internal static class SearchPath
{
    /// <summary>Whether one of them has a program.</summary>
    internal static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(directory => File.Exists(Path.Combine(directory, OperatingSystem.IsWindows() ? $"{program}.exe" : program)));
}
