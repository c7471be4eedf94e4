using System.Text.Json.Nodes;
using Orchestrator.Cli.Deploy;
using Orchestrator.Modules.Ejecting;

namespace Orchestrator.Cli.Ejecting;

/// <summary>A directory that a stack is ejected to. It must be new or empty: what somebody has changed in it since is never overwritten.</summary>
/// <param name="path">The directory.</param>
internal sealed class EjectedDirectory(string path)
{
    private const string Configuration = "cdk.tf.json";

    /// <summary>Refuses a directory with something in it.</summary>
    /// <exception cref="Failure">It has.</exception>
    internal void RequireEmpty()
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
        {
            throw new Failure($"{path} is there already: name another directory with --out, or remove it");
        }
    }

    /// <summary>Writes a stack, and the files that its configuration names. Written beside its place first, then renamed.</summary>
    /// <param name="stack">The stack as it was synthesized.</param>
    /// <param name="usual">The directory in which Terraform runs for the stack otherwise: a state in a file is found from there.</param>
    /// <returns>The names of the files, in alphabetical order.</returns>
    /// <exception cref="Failure">The directory cannot be written to.</exception>
    internal IReadOnlyList<string> Write(SynthesizedStack stack, string usual)
    {
        var staging = $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))}.eject-{Environment.ProcessId}";
        try
        {
            var configuration = JsonNode.Parse(File.ReadAllText(Path.Combine(stack.Directory, Configuration)))!.AsObject();
            FollowState(configuration, usual);
            Directory.CreateDirectory(staging);
            foreach (var (name, text) in EjectedStack.Files(configuration))
            {
                File.WriteAllText(Path.Combine(staging, name), text);
            }
            foreach (var file in Directory.EnumerateFiles(stack.Directory, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != Configuration))
            {
                var target = Path.Combine(staging, Path.GetRelativePath(stack.Directory, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
            if (Directory.Exists(path))
            {
                Directory.Delete(path);
            }
            Directory.Move(staging, path);
            return [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(path, file)).Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Failure($"cannot write to {path}: {exception.Message.TrimEnd('.')}; choose another directory with --out");
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    /// <summary>Terraform finds the file of a state from where it runs, which is another directory now.</summary>
    private void FollowState(JsonObject configuration, string usual)
    {
        if (configuration["terraform"]?["backend"]?["local"] is JsonObject local && (string?)local["path"] is { } state && !Path.IsPathRooted(state))
        {
            local["path"] = Path.GetRelativePath(path, Path.Combine(Path.GetFullPath(usual), state));
        }
    }
}
