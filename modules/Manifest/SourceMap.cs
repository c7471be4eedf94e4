using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Manifest;

/// <summary>Where each path of a manifest stands in its text.</summary>
internal sealed class SourceMap(string file)
{
    private readonly Dictionary<string, Mark> _marks = [];

    internal void Add(string path, Mark mark) => _marks[path] = mark;

    /// <summary>The place of exactly this path, or null.</summary>
    internal Mark? MarkOf(string path) => _marks.TryGetValue(path, out var mark) ? mark : null;

    /// <summary>The place of a path, or of the nearest thing around it: what is missing has no place of its own.</summary>
    internal Location Find(string path)
    {
        for (var candidate = path; ;)
        {
            if (_marks.TryGetValue(candidate, out var mark))
            {
                return new Location(file, mark.Line, mark.Column);
            }
            var end = candidate.LastIndexOfAny(['.', '[']);
            if (end < 0)
            {
                return new Location(file, 1, 1);
            }
            candidate = candidate[..end];
        }
    }
}
