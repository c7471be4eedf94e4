using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Manifest;

/// <summary>Collects what is wrong with one manifest's text.</summary>
internal sealed class Problems(string file)
{
    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _unread = [];
    private readonly HashSet<string> _explained = [];

    internal IReadOnlyList<Finding> Findings => _findings;

    internal string File => file;

    /// <summary>
    /// Whether a finding about this path is, or may be, but a consequence of a value that could not be read: the value is part of what
    /// the finding is about. A list with one unknown name is not also too short.
    /// </summary>
    internal bool Explain(string path) => _explained.Contains(path);

    /// <summary>Whether the value of exactly this path could not be read.</summary>
    internal bool IsUnread(string path) => _unread.Contains(path);

    /// <summary>Notes that the value of a path could not be read.</summary>
    internal void AddUnread(string path)
    {
        _unread.Add(path);
        for (var part = path; _explained.Add(part) && part.LastIndexOfAny(['.', '[']) is var end and >= 0;)
        {
            part = part[..end];
        }
    }

    internal void Add(Rule rule, Mark mark, string path, string what, string? got, string allowed, string fix) =>
        _findings.Add(new Finding(rule, path, what, got, allowed, fix) { Location = new Location(file, mark.Line, mark.Column) });
}
