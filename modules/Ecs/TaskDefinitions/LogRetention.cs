using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>How long CloudWatch Logs can keep events.</summary>
internal static class LogRetention
{
    /// <summary>The numbers of days; 0 is for ever.</summary>
    internal static IReadOnlyList<int> All => Days;

    private static readonly int[] Days = [0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    /// <summary>The numbers of days, for a message.</summary>
    internal static string Allowed { get; } = $"{string.Join(", ", Days[1..])}, or 0 for ever";

    /// <summary>The retention of a log group if it is not one of those; else null.</summary>
    internal static string? Mistake(LogGroupProps group) => Mistake(group.RetentionDays);

    /// <summary>A number of days if it is not one of those; else null.</summary>
    internal static string? Mistake(Value<int> retentionDays) => retentionDays.TryGetLiteral(out var days) && !Days.Contains(days) ? $"{days}" : null;
}
