using Orchestrator.Cli.Toolchain;
using Orchestrator.Modules.Manifest;
using Orchestrator.Text;

namespace Orchestrator.Cli.Stacks;

/// <summary>What has changed in a Git repository since a revision: since it and what is checked out went apart, with what is not committed yet.</summary>
internal sealed class GitChanges
{
    private readonly string _top;
    private readonly string _base;
    private readonly HashSet<string> _changed;
    private readonly HashSet<string> _known;

    /// <summary>Asks git.</summary>
    /// <param name="revision">A branch, a tag or a commit.</param>
    /// <exception cref="Failure">There is no git, no repository here, or no such revision.</exception>
    internal GitChanges(string revision)
    {
        _top = Ask(Environment.CurrentDirectory, "rev-parse", "--show-toplevel")?.TrimEnd('\n') ?? throw new Failure("--changed-since asks git, and this is no repository of git: run it in one");
        var commit = Ask(_top, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}")?.TrimEnd('\n')
            ?? throw new Failure($"git knows no revision {revision}: name a branch, a tag or a commit, and fetch it; a shallow clone may lack it");
        _base = Ask(_top, "merge-base", commit, "HEAD")?.TrimEnd('\n')
            ?? throw new Failure($"{revision} and what is checked out have no commit in common: a shallow clone may lack it, fetch the whole history");
        _known = [.. Names(Ask(_top, "ls-files", "-z"))];
        _changed = [.. Names(Ask(_top, "diff", "--name-only", "-z", _base, "--"))];
    }

    /// <summary>Whether what a stack is made from has changed. A manifest counts only where what it says of the stack's environment has, comments and order aside.</summary>
    internal bool Touch(ManifestResult manifest) => manifest.Files.Any(IsChanged) || (IsChanged(manifest.File) && ManifestText.Of(manifest) != Before(manifest));

    /// <summary>Of what git does not know nobody can say that it is the same.</summary>
    private bool IsChanged(string file) => FromTop(file) is var path && (!_known.Contains(path) || _changed.Contains(path));

    private string FromTop(string file) => Path.GetRelativePath(_top, InputFile.RealPath(file) ?? Path.GetFullPath(file)).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The same environment as it was; null where there was none.</summary>
    private string? Before(ManifestResult manifest)
    {
        if (Ask(_top, "show", $"{_base}:{FromTop(manifest.File)}") is not { } text)
        {
            return null;
        }
        var before = ManifestReader.ReadEnvironments(text.TrimStart('\uFEFF'), manifest.File, Path.GetDirectoryName(Path.GetFullPath(manifest.File))!, Environment.GetEnvironmentVariable, Today.Date);
        return before.FirstOrDefault(each => each.IsYaml && each.StackName == manifest.StackName) is { } same ? ManifestText.Of(same) : null;
    }

    private static IEnumerable<string> Names(string? output) => (output ?? "").Split('\0', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What git prints; null where it fails.</summary>
    private static string? Ask(string directory, params IReadOnlyList<string> arguments)
    {
        var output = ProgramOutput.Of("git", arguments, directory, ("GIT_OPTIONAL_LOCKS", "0")) ?? throw new Failure("--changed-since asks git, which is not installed: install it, or leave the option out");
        return output.ExitCode == 0 ? output.Text : null;
    }
}
