using System.Text.Json;

namespace Orchestrator.Review.Plans;

/// <summary>What a plan does to an output of the root module.</summary>
public sealed class OutputChange
{
    internal OutputChange(string name, JsonElement json)
    {
        Name = name;
        Actions = [.. JsonText.Strings(json, "actions")];
        Before = new PlanValue(JsonText.Member(json, "before"), default, JsonText.Member(json, "before_sensitive"));
        // For outputs the marks are bare booleans.
        After = new PlanValue(JsonText.Member(json, "after"), JsonText.Member(json, "after_unknown"), JsonText.Member(json, "after_sensitive"));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What happens to it.</summary>
    public IReadOnlyList<string> Actions { get; }

    /// <summary>Its value now.</summary>
    public PlanValue Before { get; }

    /// <summary>Its value after the apply.</summary>
    public PlanValue After { get; }

    /// <summary>Whether nothing happens to it.</summary>
    public bool IsUntouched => Actions.All(action => action == "no-op");
}
