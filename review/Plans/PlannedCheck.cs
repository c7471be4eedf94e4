using System.Text.Json;

namespace Orchestrator.Review.Plans;

/// <summary>What a check of the configuration came to.</summary>
/// <param name="Address">What is checked: <c>check.health</c>, <c>output.url</c>.</param>
/// <param name="Status"><c>pass</c>, <c>fail</c>, <c>error</c> or <c>unknown</c>.</param>
/// <param name="Messages">What the failed conditions say.</param>
public sealed record PlannedCheck(string Address, string Status, IReadOnlyList<string> Messages)
{
    internal static PlannedCheck Of(JsonElement json) => new(
        JsonText.Of(JsonText.Member(json, "address"), "to_display") ?? "",
        JsonText.Of(json, "status") ?? "unknown",
        [.. JsonText.Elements(json, "instances").SelectMany(instance => JsonText.Elements(instance, "problems")).Select(problem => JsonText.Of(problem, "message") ?? "").Where(message => message.Length > 0)]);
}
