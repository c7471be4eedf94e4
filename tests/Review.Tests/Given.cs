using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Review.Acknowledgements;
using Orchestrator.Review.Findings;
using Orchestrator.Review.Plans;
using Orchestrator.Review.Rules;
using Orchestrator.Review.Settings;
using Orchestrator.Review.Tests.Rules;

namespace Orchestrator.Review.Tests;

/// <summary>Plans from text, and their reviews.</summary>
internal static class Given
{
    internal static readonly DateOnly Today = new(2030, 1, 15);

    internal static Plan Plan(string json) => PlanReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    /// <summary>A plan from its changes, written short: see <see cref="PlanJson"/>.</summary>
    internal static string Changes(string changes, string rest = "") => PlanJson.Of(JsonNode.Parse($"{{ \"changes\": {changes} {(rest.Length == 0 ? "" : $", {rest}")} }}")!.AsObject());

    internal static PlanReview Review(string json, ReviewSettings? settings = null, IReadOnlyList<Acknowledgement>? acknowledgements = null) =>
        new Reviewer(PlanRules.All).Review(Plan(json), settings, acknowledgements, Today);
}
