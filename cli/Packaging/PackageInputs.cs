using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Cli.Packaging;

/// <summary>What the zip is made from.</summary>
internal static class PackageInputs
{
    private static readonly string[] Files = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", Path.Combine("artifacts", "setup", "standins.props")];
    private static readonly string[] Folders = ["lambda", "standins"];

    /// <summary>Changes when any of it does: the sources, the packages' versions, the runtime it is for, the SDK, what is to compile it.</summary>
    internal static string Hash(string root, string runtime, Compilation compilation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{runtime} {DotnetSdk.Run(root, "--version").Trim()}\n{compilation.Text}\n"));
        foreach (var file in Files.Concat(Folders.SelectMany(folder => Sources(root, folder))))
        {
            var path = Path.Combine(root, file);
            if (File.Exists(path))
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n"));
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
            }
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Sources(string root, string folder) => Directory
        .EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".csproj" or ".targets" or ".props")
        .Select(file => Path.GetRelativePath(root, file))
        .Order(StringComparer.Ordinal);
}
