using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Orchestrator.Cli.Deploy;

/// <summary>What a plan was made of, as hashes: the configuration with all that stands beside it, the providers, the plan itself.</summary>
internal static partial class PlanHashes
{
    private const string LockFile = ".terraform.lock.hcl";

    /// <summary>The SHA-256 of every file, by its name.</summary>
    /// <param name="directory">The directory that Terraform runs in.</param>
    /// <param name="plan">The plan.</param>
    internal static SortedDictionary<string, string> Of(string directory, string plan)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(directory, file)).Where(IsInput))
        {
            hashes[$"configuration/{file.Replace('\\', '/')}"] = OfFile(Path.Combine(directory, file));
        }
        if (File.Exists(plan))
        {
            hashes["plan"] = OfFile(plan);
        }
        return hashes;
    }

    /// <summary>The files that are not what they were, in words; empty where all are.</summary>
    internal static IReadOnlyList<string> Compare(IReadOnlyDictionary<string, string> then, IReadOnlyDictionary<string, string> now) =>
        [.. then.Keys.Union(now.Keys).Order(StringComparer.Ordinal).Select(file =>
            !now.ContainsKey(file) ? $"{file} is gone" : !then.ContainsKey(file) ? $"{file} is new" : then[file] != now[file] ? $"{file} has changed" : null).OfType<string>()];

    /// <summary>The providers of a lock file, with their versions.</summary>
    internal static SortedDictionary<string, string> Providers(string directory)
    {
        var file = Path.Combine(directory, LockFile);
        var providers = Provider().Matches(File.Exists(file) ? File.ReadAllText(file) : "");
        return new SortedDictionary<string, string>(providers.ToDictionary(match => match.Groups["source"].Value, match => match.Groups["version"].Value), StringComparer.Ordinal);
    }

    /// <summary>What Terraform itself writes is none, but for the lock file.</summary>
    private static bool IsInput(string file) =>
        file == LockFile || !(file.StartsWith(".terraform", StringComparison.Ordinal) || Path.GetFileName(file).Contains(".tfstate", StringComparison.Ordinal) || Path.GetFileName(file) == "crash.log");

    private static string OfFile(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    [GeneratedRegex("provider \"(?<source>[^\"]+)\" \\{\\s+version += \"(?<version>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Provider();
}
