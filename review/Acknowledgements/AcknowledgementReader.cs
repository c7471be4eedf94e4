using Orchestrator.Review.Rules;
using Orchestrator.Review.Settings;

namespace Orchestrator.Review.Acknowledgements;

/// <summary>Reads the file of acknowledgements.</summary>
public static class AcknowledgementReader
{
    /// <summary>Reads the text of a file.</summary>
    /// <param name="file">What the file is called in messages.</param>
    /// <param name="text">Its text: JSON, comments allowed.</param>
    /// <param name="rules">The rules that it can name.</param>
    /// <exception cref="InvalidInputException">There are mistakes in it.</exception>
    public static IReadOnlyList<Acknowledgement> Read(string file, string text, IReadOnlyList<PlanRule> rules) =>
        JsonInput.Read(file, text, input => input.Objects("acknowledgements", entry =>
        {
            var rule = entry.Text("rule", isRequired: true);
            if (rule is not null && rules.All(known => known.Id != rule))
            {
                entry.Refuse("rule", $"is no rule: got \"{rule}\", allowed the ids of docs/plan-rules.md");
            }
            return new Acknowledgement(
                rule ?? "",
                entry.Text("address", isRequired: true) ?? "",
                entry.Text("fingerprint", isRequired: true) ?? "",
                entry.Text("reason", isRequired: true) ?? "",
                entry.Date("expires") ?? default);
        }));
}
