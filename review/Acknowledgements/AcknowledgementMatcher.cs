using Orchestrator.Review.Findings;

namespace Orchestrator.Review.Acknowledgements;

/// <summary>Brings findings and acknowledgements together.</summary>
internal static class AcknowledgementMatcher
{
    /// <summary>The findings with who answers for them, and the acknowledgements that hold for nothing.</summary>
    internal static (IReadOnlyList<Finding> Findings, IReadOnlyList<StaleAcknowledgement> Stale) Match(IReadOnlyList<Finding> findings, IReadOnlyList<Acknowledgement> acknowledgements, DateOnly today)
    {
        var answered = findings.Select(finding => finding with { Acknowledgement = acknowledgements.FirstOrDefault(item => IsFor(item, finding) && item.Expires >= today) }).ToList();
        var stale = acknowledgements.Select(item => (item, why: WhyStale(item, findings, today))).Where(pair => pair.why is not null).Select(pair => new StaleAcknowledgement(pair.item, pair.why!));
        return (answered, [.. stale]);
    }

    private static string? WhyStale(Acknowledgement item, IReadOnlyList<Finding> findings, DateOnly today)
    {
        if (findings.Any(finding => IsFor(item, finding)))
        {
            return item.Expires < today ? $"expired on {item.Expires:yyyy-MM-dd}" : null;
        }
        return findings.FirstOrDefault(finding => finding.Rule == item.Rule && finding.Address == item.Address) is { } other
            ? $"is for another value: the finding's fingerprint is {other.Fingerprint} now"
            : "matches no finding of this plan: remove it";
    }

    private static bool IsFor(Acknowledgement item, Finding finding) =>
        item.Rule == finding.Rule && item.Address == finding.Address && item.Fingerprint == finding.Fingerprint;
}
