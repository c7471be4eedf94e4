namespace Orchestrator.Review.Plans;

/// <summary>Names of resource types.</summary>
internal static class TypeNames
{
    private const string OldPrefix = "aws_alb";

    /// <summary>The provider keeps aws_alb, aws_alb_listener and so on as other names of aws_lb, aws_lb_listener.</summary>
    internal static string Current(string type) =>
        type == OldPrefix || type.StartsWith($"{OldPrefix}_", StringComparison.Ordinal) ? $"aws_lb{type[OldPrefix.Length..]}" : string.Intern(type);
}
