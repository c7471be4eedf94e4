using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Deploy;

/// <summary>A test that runs the pinned cdktf-cli. It is installed once; skipped by name where it is not and no npm registry has it.</summary>
public sealed class CdktfFactAttribute : FactAttribute
{
    private static readonly string Folder = Repository.PathOf("artifacts", "cdktf");
    private static readonly string Marker = Path.Combine(Folder, "node_modules", ".complete");

    public CdktfFactAttribute() => Skip = TerraformDirectory.ReasonToSkip ?? Reason;

    private static string? Reason { get; } = IsInstalled() || Processes.Run("npm", ["view", "cdktf-cli@0.21.0", "version"], AppContext.BaseDirectory).ExitCode == 0 ? null : "no npm registry that has cdktf-cli can be reached";

    private static string LockFile => File.ReadAllText(Repository.PathOf("package-lock.json"));

    /// <summary>The directory that the packages of package-lock.json are installed in.</summary>
    internal static string Install()
    {
        if (!IsInstalled())
        {
            Directory.CreateDirectory(Folder);
            foreach (var file in new[] { "package.json", "package-lock.json" })
            {
                File.Copy(Repository.PathOf(file), Path.Combine(Folder, file), overwrite: true);
            }
            var result = Processes.Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], Folder);
            Assert.True(result.ExitCode == 0, result.Error);
            File.WriteAllText(Marker, LockFile);
        }
        return Path.Combine(Folder, "node_modules");
    }

    private static bool IsInstalled() => File.Exists(Marker) && File.ReadAllText(Marker) == LockFile;
}
