namespace Orchestrator.Setup.Tests;

/// <summary>
/// A directory for the PATH that has fakes of dotnet, node and npm, and of the machine's tools only those that setup may need. The fakes
/// note how they are called, and do at once what the real ones take minutes for.
/// </summary>
internal sealed class FakeTools
{
    private static readonly string[] Fakes = ["dotnet", "node", "npm"];

    private static readonly string[] Needed =
    [
        "awk", "bash", "cat", "cksum", "dirname", "env", "find", "grep", "head", "ln", "ls", "mkdir", "mv", "paste", "ps", "readlink", "rm", "sed", "sh", "sleep", "tail", "tr", "wc",
    ];

    /// <param name="directory">Where to put the tools.</param>
    internal FakeTools(string directory)
    {
        Directory = directory;
        State = directory + "-state";
        System.IO.Directory.CreateDirectory(Directory);
        System.IO.Directory.CreateDirectory(Path.Combine(State, "instead"));
        foreach (var fake in Fakes)
        {
            Copy(fake, Path.Combine(Directory, fake));
        }
        Copy("answer", Path.Combine(State, "answer"));
        foreach (var tool in Needed)
        {
            File.CreateSymbolicLink(Path.Combine(Directory, tool), Find(tool));
        }
    }

    internal string Directory { get; }

    /// <summary>What the fakes write and what they are told.</summary>
    internal string State { get; }

    /// <summary>The calls since the last run began, oldest first.</summary>
    internal IReadOnlyList<string> Calls => File.Exists(CallsFile) ? File.ReadAllLines(CallsFile) : [];

    /// <summary>The arguments of the call that a script has noted them of.</summary>
    internal string Arguments => File.ReadAllText(Path.Combine(State, "arguments"));

    private string CallsFile => Path.Combine(State, "calls");

    internal void ForgetCalls() => File.Delete(CallsFile);

    internal void Remove(string tool) => File.Delete(Path.Combine(Directory, tool));

    /// <summary>From now on, this shell script runs where a tool is called; where it does not exit, the fake's usual doing follows.</summary>
    internal void Instead(string call, string script) => File.WriteAllText(ScriptOf(call), script);

    internal void AsUsual(string call) => File.Delete(ScriptOf(call));

    /// <summary>The next call goes no further than to a gate.</summary>
    internal Gate Stop(string call)
    {
        var gate = new Gate(Path.Combine(State, "gate"));
        Instead(call, """
            rm "$FAKES/instead/$call"
            cat "$FAKES/gate"
            """);
        return gate;
    }

    private string ScriptOf(string call) => Path.Combine(State, "instead", call);

    private static void Copy(string fake, string target) =>
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Fakes", fake), target);

    private static string Find(string tool) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(directory => Path.Combine(directory, tool)).First(File.Exists);
}
