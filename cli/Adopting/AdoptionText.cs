using Orchestrator.Modules.Adopting;
using Orchestrator.Text;

namespace Orchestrator.Cli.Adopting;

/// <summary>What came of an adoption: what has which address, what the first plan does besides, what stays where it is.</summary>
internal static class AdoptionText
{
    internal static string Of(Adoption adoption)
    {
        var lines = new List<string> { $"adopted: {adoption.Adopted.Count} of {adoption.Adopted.Count + adoption.Left.Count()} resources" };
        lines.AddRange(adoption.Adopted.Select(entry => $"  {entry.Key} was {entry.Value.Address}"));
        var changed = adoption.Changed.ToList();
        lines.Add(changed.Count == 0 ? "the first plan changes nothing of them" : "the first plan changes:");
        lines.AddRange(changed.Select(difference => $"  {difference.Address}: {(difference.Actions.Contains("delete") ? "replaced for" : "updated in")} {(difference.Attributes.Count == 0 ? "what is known after the apply" : string.Join(", ", difference.Attributes))}"));
        if (adoption.Made.Any())
        {
            lines.Add("it makes, because the state has nothing like it:");
            lines.AddRange(adoption.Made.Select(address => $"  {address}"));
        }
        if (adoption.Left.Any())
        {
            lines.Add("left where it is:");
            lines.AddRange(adoption.Left.GroupBy(left => left.Reason).SelectMany(group => group.Select(left => $"  {left.Resource.Address}").Append($"    {group.Key}")));
        }
        return string.Concat(lines.Select(line => $"{PlainText.Of(line)}\n"));
    }
}
