using System.Text.Json.Nodes;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Cli.Output;

/// <summary>A rule as SARIF 2.1.0 describes it: a <c>reportingDescriptor</c>.</summary>
internal static class SarifRule
{
    /// <summary>The rule, with its help at an anchor of the given page, else at the page that it comes from.</summary>
    internal static JsonObject Of(Rule rule, Uri? rulesPage)
    {
        var descriptor = new JsonObject
        {
            ["id"] = rule.Id,
            ["name"] = rule.Id,
            ["shortDescription"] = Text(rule.Statement),
            ["fullDescription"] = Text($"{rule.Statement} {rule.Why}"),
            ["help"] = new JsonObject { ["text"] = $"{rule.Statement} {rule.Why} Source: {rule.Source}.", ["markdown"] = RulesMarkdown.Section(rule) },
            ["defaultConfiguration"] = new JsonObject { ["level"] = Spelling.Of(rule.Level) },
            ["properties"] = Properties(rule),
        };
        if ((rulesPage is null ? rule.Source.Page : new Uri($"{rulesPage.AbsoluteUri}#{rule.Id.ToLowerInvariant()}")) is { } help)
        {
            descriptor["helpUri"] = help.AbsoluteUri;
        }
        return descriptor;
    }

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static JsonObject Properties(Rule rule)
    {
        var properties = new JsonObject
        {
            ["tags"] = ReadableJson.List([.. rule.Severity is null ? Array.Empty<string>() : ["security"], "aws", rule.Id.TrimEnd([.. "0123456789"]), .. rule.ScannerIds]),
            ["precision"] = "very-high",
            ["problem.severity"] = Spelling.Of(rule.Level),
        };
        if (rule.Severity is { } severity)
        {
            properties["security-severity"] = Score(severity);
        }
        return properties;
    }

    /// <summary>Code scanning calls 0.1 to 3.9 low, 4.0 to 6.9 medium, 7.0 to 8.9 high.</summary>
    private static string Score(Severity severity) => severity switch
    {
        Severity.Low => "3.0",
        Severity.Medium => "5.5",
        _ => "8.0",
    };
}
