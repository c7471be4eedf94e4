using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Changes;

/// <summary>Changes that nobody needs to see: they are counted.</summary>
internal static class Noise
{
    internal const string Tags = "tags only";
    internal const string KnownAfterApply = "known after apply only";
    internal const string TaskDefinition = "routine task definition";
    internal const string Deposed = "deposed, left by an apply that was interrupted";
    private const string Definition = "task_definition";

    /// <summary>Which kind of noise a change is, or null.</summary>
    internal static string? Of(ResourceChange change)
    {
        if (change is { IsDeposed: true, Deletes: Answer.Yes })
        {
            return Deposed;
        }
        if (change is { Type: "aws_ecs_task_definition", Replaces: true })
        {
            return TaskDefinition;
        }
        if (!change.Updates || change.Replaces || change.DeferredBecause is not null)
        {
            return null;
        }
        var paths = change.Differences;
        var decided = paths.Where(path => !IsTag(path) && !change.After.At(path).IsUnknown).ToList();
        return paths.Count == 0 ? null
            : change.Type == "aws_ecs_service" && paths.Contains(Definition) && decided.TrueForAll(path => path == Definition) ? TaskDefinition
            : decided.Count > 0 ? null
            : paths.Any(IsTag) ? Tags
            : KnownAfterApply;
    }

    /// <summary>Whether an attribute is a tag.</summary>
    internal static bool IsTag(string path) => path.Split('.')[0] is "tags" or "tags_all";
}
