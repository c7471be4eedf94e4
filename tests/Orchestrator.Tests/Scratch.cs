namespace Orchestrator.Tests;

/// <summary>A directory of a test's own, and the orchestrator run in it.</summary>
internal sealed class Scratch : IDisposable
{
    private static readonly string Program = Repository.PathOf("artifacts", "bin", "Orchestrator", "release", "orchestrator.dll");
    private static readonly string Dotnet = Environment.ProcessPath!;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("orchestrator-");

    /// <summary>What starts the orchestrator.</summary>
    internal static IReadOnlyList<string> Command { get; } = [Dotnet, Program];

    internal string Root => _directory.FullName;

    internal static string Example(string name) => Repository.PathOf("examples", $"{name}.yaml");

    internal string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    internal string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return name;
    }

    internal string Read(params ReadOnlySpan<string> parts) => File.ReadAllText(PathOf(parts));

    /// <summary>Runs the orchestrator here, without colours and without what the machine happens to set.</summary>
    internal ProcessResult Run(params IEnumerable<string> arguments) => RunWith([], arguments);

    /// <summary>The same with environment variables; null removes one.</summary>
    internal ProcessResult RunWith(IReadOnlyList<(string Name, string? Value)> variables, params IEnumerable<string> arguments)
    {
        using var process = Start(variables, arguments);
        return process.Wait();
    }

    /// <summary>Runs another program in the same way.</summary>
    internal ProcessResult RunProgram(string program, params IEnumerable<string> arguments)
    {
        using var process = Start(program, [], arguments);
        return process.Wait();
    }

    /// <summary>Starts it and does not wait.</summary>
    internal RunningProcess Start(IReadOnlyList<(string Name, string? Value)> variables, params IEnumerable<string> arguments) => Start(Dotnet, variables, [Program, .. arguments]);

    public void Dispose() => _directory.Delete(recursive: true);

    private RunningProcess Start(string program, IReadOnlyList<(string Name, string? Value)> variables, IEnumerable<string> arguments)
    {
        var environment = new Dictionary<string, string?>
        {
            ["NO_COLOR"] = "1",
            ["ORCHESTRATOR_MANIFEST"] = null,
            ["CDKTF_OUTDIR"] = null,
            ["ORCHESTRATOR_COMMAND"] = null,
        };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }
        return Processes.Start(program, arguments, Root, environment);
    }
}
