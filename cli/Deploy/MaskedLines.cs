using System.Text.RegularExpressions;
using Orchestrator.Review.Masking;

namespace Orchestrator.Cli.Deploy;

/// <summary>
/// What Terraform says while it applies, without what the review masks. The outputs come at the end, and by then the state knows secrets that the plan did
/// not: they are held back until those are known too.
/// </summary>
/// <param name="ofPlan">The plan's secrets.</param>
/// <param name="said">Gets every line that may be shown.</param>
internal sealed partial class MaskedLines(Masker ofPlan, Action<string> said)
{
    private const string Heading = "Outputs:";
    private readonly List<string> _outputs = [];

    /// <summary>Whether something is held back.</summary>
    internal bool HoldsBack => _outputs.Count > 0;

    /// <summary>Says a line, or holds it back.</summary>
    internal void Say(string line)
    {
        if (HoldsBack || line == Heading)
        {
            _outputs.Add(line);
        }
        else
        {
            said(ofPlan.Text(line));
        }
    }

    /// <summary>Says what was held back.</summary>
    /// <param name="ofState">The state's secrets; null where they could not be had, and no value is said.</param>
    internal void Finish(Masker? ofState)
    {
        var isHidden = false;
        foreach (var line in _outputs)
        {
            if (Name().Match(line) is { Success: true } match)
            {
                isHidden = ofState is null || Masker.IsSecret(match.Groups["name"].Value);
                said(isHidden ? $"{match.Groups["name"].Value} = {Masker.Hidden}" : ofState!.Text(ofPlan.Text(line)));
            }
            else if (!isHidden || line.Length == 0)
            {
                said(ofState?.Text(ofPlan.Text(line)) ?? line);
            }
        }
        _outputs.Clear();
    }

    [GeneratedRegex(@"\A(?<name>[A-Za-z_][A-Za-z0-9_-]*) = ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
