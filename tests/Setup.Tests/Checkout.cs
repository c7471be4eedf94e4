using System.Diagnostics;

namespace Orchestrator.Setup.Tests;

/// <summary>A copy of this repository that runs with fake tools, removed after the test.</summary>
internal sealed class Checkout : IDisposable
{
    // Neither setup nor the launcher looks there, and they are half of all.
    private static readonly string[] LeftOut = ["docs/", "examples/", "findings/", "tests/"];
    private static readonly Lazy<DirectoryInfo> Sources = new(CopySources);
    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("setup-");

    /// <param name="name">The name of the checkout's directory.</param>
    internal Checkout(string name = "checkout")
    {
        Root = Path.Combine(Scratch, name);
        // Links: to copy the files takes longer than all the rest of a test.
        Run("cp", "-al", Sources.Value.FullName, Root);
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

    /// <summary>Writes a file; where there is one, instead of it.</summary>
    internal void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        // The other checkouts have the same file.
        File.Delete(PathOf(path));
        File.WriteAllText(PathOf(path), text);
    }

    /// <summary>Adds to a file what changes nothing for the fake tools.</summary>
    internal void Edit(string path) => Write(path, Read(path) + "\n");

    internal void Delete(string path) => File.Delete(PathOf(path));

    /// <summary>Writes the program as machine code, which notes that it was called.</summary>
    internal void WriteNative()
    {
        const string Executable = "artifacts/bin/Orchestrator/native/orchestrator";
        Write(Executable, "#!/bin/sh\necho 'native program' >>\"$FAKES/calls\"\n");
        Run("chmod", "+x", PathOf(Executable));
    }

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

    private static DirectoryInfo CopySources()
    {
        var copy = Directory.CreateTempSubdirectory("setup-sources-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => copy.Delete(recursive: true);
        foreach (var source in Run("git", "-C", Repository.Root, "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!LeftOut.Any(folder => source.StartsWith(folder, StringComparison.Ordinal)) && File.Exists(Repository.PathOf(source)))
            {
                var target = Path.Combine(copy.FullName, source);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(Repository.PathOf(source), target);
            }
        }
        return copy;
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }
}
