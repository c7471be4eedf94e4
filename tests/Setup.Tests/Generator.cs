using System.Diagnostics;

namespace Orchestrator.Setup.Tests;

/// <summary>The real generator with the real npm packages, and a list of submodules and an output folder of a test's own.</summary>
internal sealed class Generator : IDisposable
{
    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("generator-");

    internal Generator()
    {
        foreach (var script in Directory.EnumerateFiles(Repository.PathOf("bindings"), "*.mjs"))
        {
            File.Copy(script, PathOf(Path.GetFileName(script)));
        }
        Directory.CreateSymbolicLink(PathOf("node_modules"), Repository.PathOf("bindings", "node_modules"));
    }

    /// <summary>The names of what lies in the output folder.</summary>
    internal IEnumerable<string> Bindings => Directory.EnumerateFileSystemEntries(PathOf("out")).Select(path => Path.GetFileName(path));

    internal void WriteBinding(string name)
    {
        Directory.CreateDirectory(PathOf("out"));
        File.WriteAllText(Path.Combine(PathOf("out"), name), "");
    }

    internal async Task<Result> RunAsync(params string[] submodules)
    {
        await File.WriteAllLinesAsync(PathOf("submodules.txt"), submodules);
        var start = new ProcessStartInfo("node", [PathOf("generate.mjs"), PathOf("out")]);
        using var running = new Running(start, () => []);
        return await running.EndAsync();
    }

    public void Dispose() => _scratch.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(_scratch.FullName, name);
}
