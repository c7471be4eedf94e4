using System.Diagnostics;

namespace Orchestrator.Setup.Tests;

/// <summary>A copy of this repository that runs with fake tools, removed after the test.</summary>
internal sealed class Checkout : IDisposable
{
    private static readonly Lazy<IReadOnlyList<string>> Sources = new(ListSources);
    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("setup-");

    /// <param name="name">The name of the checkout's directory.</param>
    internal Checkout(string name = "checkout")
    {
        Root = Path.Combine(Scratch, name);
        foreach (var source in Sources.Value)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(source))!);
            File.Copy(Repository.PathOf(source), PathOf(source));
        }
        Tools = new FakeTools(Path.Combine(Scratch, "tools"));
    }

    internal FakeTools Tools { get; }

    /// <summary>Its top directory.</summary>
    internal string Root { get; }

    /// <summary>A directory beside it.</summary>
    internal string Scratch => _scratch.FullName;

    /// <summary>Set for every process to come.</summary>
    internal Dictionary<string, string> Environment { get; } = [];

    /// <summary>What setup found out about stand-ins.</summary>
    internal string StandIns => Read("artifacts/setup/standins.props");

    internal string PathOf(string path) => Path.Combine(Root, path);

    internal string Read(string path) => File.ReadAllText(PathOf(path));

    internal bool Has(string path) => File.Exists(PathOf(path));

    /// <summary>Writes a file; where there is one, over it.</summary>
    internal void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    /// <summary>Adds to a file what changes nothing for the fake tools.</summary>
    internal void Edit(string path) => File.AppendAllText(PathOf(path), "\n");

    internal void Delete(string path) => File.Delete(PathOf(path));

    /// <summary>Leaves a lock behind as a setup of that process would.</summary>
    internal void LeaveLock(int processId)
    {
        Directory.CreateDirectory(PathOf("artifacts/setup"));
        File.CreateSymbolicLink(PathOf("artifacts/setup/lock"), $"{processId}");
    }

    /// <summary>The process that has the lock.</summary>
    internal Process LockOwner() => Process.GetProcessById(int.Parse(new FileInfo(PathOf("artifacts/setup/lock")).LinkTarget!));

    /// <summary>Runs the launcher to its end.</summary>
    internal Task<Result> RunAsync(params string[] arguments) => RunFileAsync(PathOf("orchestrator"), Root, "", arguments);

    /// <summary>Runs a file to its end.</summary>
    internal async Task<Result> RunFileAsync(string file, string directory, string input, params string[] arguments)
    {
        Tools.ForgetCalls();
        using var running = StartFile(file, directory, arguments);
        return await running.EndAsync(input);
    }

    /// <summary>Starts the launcher.</summary>
    internal Running Start() => StartFile(PathOf("orchestrator"), Root);

    public void Dispose() => _scratch.Delete(recursive: true);

    private Running StartFile(string file, string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = directory };
        start.Environment.Clear();
        start.Environment["HOME"] = Scratch;
        start.Environment["PATH"] = Tools.Directory;
        start.Environment["FAKES"] = Tools.State;
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }
        return new Running(start, () => Tools.Calls);
    }

    private static List<string> ListSources()
    {
        string[] arguments = ["-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z"];
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, UseShellExecute = false })!;
        var sources = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. sources.Where(source => File.Exists(Repository.PathOf(source)))];
    }
}
