using Orchestrator.Tests;

namespace Orchestrator.Review.Tests.Browser;

/// <summary>A headless Chromium, where one is installed.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome-headless-shell"];

    /// <summary>The program; CHROMIUM names one that is not on the PATH. Null where there is none.</summary>
    internal static string? Program { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).SelectMany(directory => Names.Select(name => Path.Combine(directory, name))).FirstOrDefault(File.Exists);

    /// <summary>Why a test that needs it is skipped; null where it is not, or where its absence is to fail the test.</summary>
    internal static string? ReasonToSkip { get; } = Program is null && Environment.GetEnvironmentVariable("REQUIRE_CHROMIUM") != "1" ? "no Chromium is installed: put one on the PATH, or name it in CHROMIUM" : null;

    /// <summary>Opens a page, lets its scripts run, and returns the document as it is then.</summary>
    internal static string Open(string page, params IReadOnlyList<string> options)
    {
        Assert.True(Program is not null, "no Chromium is installed");
        using var profile = new TemporaryDirectory();
        var file = Path.Combine(profile.Path, "page.html");
        File.WriteAllText(file, page);
        // In a container there are no user namespaces for its sandbox; the page is our own.
        var result = Processes.Run(Program, ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={profile.Path}", "--virtual-time-budget=2000", "--dump-dom", .. options, new Uri(file).AbsoluteUri], profile.Path);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }

    private sealed class TemporaryDirectory : IDisposable
    {
        private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("chromium-");

        internal string Path => _directory.FullName;

        public void Dispose() => _directory.Delete(recursive: true);
    }
}

/// <summary>A test that opens a page in a real Chromium. It is skipped by name where there is none, unless REQUIRE_CHROMIUM is 1: then it fails.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Chromium.ReasonToSkip;
}
