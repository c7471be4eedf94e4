using Orchestrator.Diagram;
using Orchestrator.Review.Acknowledgements;
using Orchestrator.Review.Changes;
using Orchestrator.Review.Masking;

namespace Orchestrator.Review.Findings;

/// <summary>A plan that was reviewed. Everything in it may be shown: what is sensitive is masked already.</summary>
public sealed record PlanReview
{
    /// <summary>The fingerprint of the plan: the same as long as it does the same.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The version of the program that made the plan.</summary>
    public string? TerraformVersion { get; init; }

    /// <summary>What was found, the most severe first; then what the plan does not say.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What happens to resources, by address.</summary>
    public required IReadOnlyList<ReviewedChange> Changes { get; init; }

    /// <summary>What was found to be different from the state.</summary>
    public required IReadOnlyList<ReviewedChange> Drift { get; init; }

    /// <summary>What happens to outputs.</summary>
    public required IReadOnlyList<ReviewedChange> Outputs { get; init; }

    /// <summary>How many data sources are read during the apply.</summary>
    public int Reads { get; init; }

    /// <summary>What the rules looked at, and what they did not.</summary>
    public Coverage Coverage { get; init; } = new(0, [], []);

    /// <summary>How often each rule came to which outcome; rules that were concerned with nothing are left out.</summary>
    public required IReadOnlyList<RuleTally> Rules { get; init; }

    /// <summary>Acknowledgements that do not hold any more, and why.</summary>
    public required IReadOnlyList<StaleAcknowledgement> Stale { get; init; }

    /// <summary>The path of traffic, coloured by what happens.</summary>
    public TrafficDiagram Picture => Drawing.Value;

    /// <summary>Draws the picture when somebody first asks for it: of a large plan it is most of the work, and not every format has it.</summary>
    internal Lazy<TrafficDiagram> Drawing { get; init; } = new(static () => new TrafficDiagram([], []));

    /// <summary>Masks what else is shown of the plan, such as what Terraform says while it applies it.</summary>
    public Masker Masker { get; init; } = new([]);

    /// <summary>Whether the plan does anything at all.</summary>
    public bool HasChanges => Changes.Count > 0 || Outputs.Count > 0;

    /// <summary>Whether the apply must wait for somebody to answer for a finding.</summary>
    public bool IsBlocked => Findings.Any(finding => finding.Blocks);

    /// <summary>The changes that are shown: neither noise nor what only follows.</summary>
    internal IEnumerable<ReviewedChange> Shown => Changes.Where(change => change.Noise is null);
}

/// <summary>How often a rule came to which outcome.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Violates">How often what it warns of happens.</param>
/// <param name="Holds">How often all is well.</param>
/// <param name="CannotTell">How often the plan does not say.</param>
public sealed record RuleTally(string Rule, int Violates, int Holds, int CannotTell);

/// <summary>An acknowledgement that does not hold.</summary>
/// <param name="Acknowledgement">The acknowledgement.</param>
/// <param name="Why">Why not.</param>
public sealed record StaleAcknowledgement(Acknowledgement Acknowledgement, string Why);
