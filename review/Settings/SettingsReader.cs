using Orchestrator.Review.Rules;

namespace Orchestrator.Review.Settings;

/// <summary>Reads the file with a team's settings.</summary>
public static class SettingsReader
{
    private const int HighestPort = 65535;
    private const int MostDeletes = 1_000_000;

    /// <summary>Reads the text of a file; what is left out keeps its default.</summary>
    /// <param name="file">What the file is called in messages.</param>
    /// <param name="text">Its text: JSON, comments allowed.</param>
    /// <param name="rules">The rules whose severities it can name.</param>
    /// <exception cref="InvalidInputException">There are mistakes in it.</exception>
    public static ReviewSettings Read(string file, string text, IReadOnlyList<PlanRule> rules) => JsonInput.Read(file, text, input =>
    {
        var defaults = new ReviewSettings();
        return new ReviewSettings
        {
            Severities = input.Object("severities", severities => Severities(severities, rules)) ?? defaults.Severities,
            CannotTell = input.Choice<Severity>("cannotTell") ?? defaults.CannotTell,
            WebPorts = input.Numbers("webPorts", 0, HighestPort) ?? defaults.WebPorts,
            MostDeletes = input.Number("mostDeletes", 0, MostDeletes) ?? defaults.MostDeletes,
            Account = input.Text("account"),
            Region = input.Text("region"),
            ExpectsState = input.Boolean("expectsState") ?? defaults.ExpectsState,
            OutputsReadElsewhere = input.Texts("outputsReadElsewhere"),
        };
    });

    private static Dictionary<string, Severity> Severities(JsonInput input, IReadOnlyList<PlanRule> rules)
    {
        var severities = new Dictionary<string, Severity>(StringComparer.Ordinal);
        foreach (var name in input.Names)
        {
            if (input.Choice<Severity>(name) is { } severity)
            {
                severities[name] = severity;
            }
            if (rules.All(rule => rule.Id != name))
            {
                input.Refuse(name, "is no rule: allowed the ids of docs/plan-rules.md");
            }
        }
        return severities;
    }
}
