namespace Orchestrator.Modules.Findings;

/// <summary>One mistake, told so that its reader can mend it without looking anything up.</summary>
/// <param name="Rule">The rule that was broken.</param>
/// <param name="Path">
/// What broke it: in a manifest the keys from the top, <c>targetGroups.web.healthCheck.intervalSeconds</c>; in C# the construct's path
/// and then the property, <c>shop/web.healthCheck.intervalSeconds</c>.
/// </param>
/// <param name="What">What is wrong, as the rest of a sentence that begins with the path.</param>
/// <param name="Got">The value that was found, or null where something is missing.</param>
/// <param name="Allowed">What would have been accepted.</param>
/// <param name="Fix">What to do.</param>
public sealed record Finding(Rule Rule, string Path, string What, string? Got, string Allowed, string Fix)
{
    /// <summary>Where it stands in a manifest; null for a mistake made in C#.</summary>
    public Location? Location { get; init; }

    /// <summary>Which environment of a manifest it is of; null where the manifest has no others, or all have it.</summary>
    public string? Environment { get; init; }

    /// <summary>The place and the sentence: <c>PATH WHAT: got GOT, allowed ALLOWED; FIX</c>; <c>PATH in ENVIRONMENT WHAT…</c> where it is of one environment.</summary>
    public string Message => $"{Path}{(Environment is null ? "" : $" in {Environment}")} {What}: {(Got is null ? "" : $"got {Got}, ")}allowed {Allowed}; {Fix}".TrimStart();
}
