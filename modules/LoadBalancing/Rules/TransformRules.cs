using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of regular expressions in listener rules, and of what rewrites requests.</summary>
internal static class TransformRules
{
    private const int LongestCondition = 128;
    private const int LongestRewrite = 1024;
    private const string Source = "elbv2 RuleCondition.RegexValues, RewriteConfig; Application Load Balancers guide, listener rules";

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("RULE335", "A regular expression of a condition has 1 to 128 characters, one of a transform 1 to 1,024 and a replacement at most 1,024, and no lookaround, backreference, atomic group or Unicode class.", "CreateRule rejects it.", Source)
            .For<ApplicationListenerRuleProps>(CheckExpressions),
        Rule.Error("RULE336", "Hosts are patterns or regular expressions, and so are paths: a rule has one condition of each kind.", "CreateRule rejects a second one.", "Application Load Balancers guide, condition types for listener rules: up to one host-header and one path-pattern")
            .For<ApplicationListenerRuleProps>(CheckKinds),
        Rule.Error("RULE337", "A transform rewrites the host, the URL or both.", "CreateRule rejects an empty one.", "elbv2 RuleTransform")
            .For<ApplicationListenerRuleProps>(CheckPresence),
        Rule.Warning("RULE338", "Requests are rewritten where they go to a target.", "A redirect and a fixed response send nothing to a target: the transform does nothing.", "Application Load Balancers guide, transforms for listener rules")
            .For<ApplicationListenerRuleProps>(CheckAction),
    ];

    private static void CheckExpressions(ApplicationListenerRuleProps rule, Report report)
    {
        var conditions = rule.Conditions;
        var listed = Listed("conditions.hostRegex", conditions.HostRegex)
            .Concat(Listed("conditions.pathRegex", conditions.PathRegex))
            .Concat(conditions.HeaderRegex.SelectMany(header => Listed($"conditions.headerRegex.{header.Key}", header.Value)));
        foreach (var (property, value) in listed)
        {
            Check(property, value, LongestCondition);
        }
        foreach (var (property, rewrite) in Rewrites(rule))
        {
            Check($"{property}.regex", rewrite.Regex, LongestRewrite);
            if (rewrite.Replace.IsLiteral(out var replacement) && replacement.Length > LongestRewrite)
            {
                report.Add($"{property}.replace", "is too long", $"{replacement.Length} characters", $"at most {LongestRewrite} characters", "shorten it");
            }
        }

        void Check(string property, Value<string> value, int longest)
        {
            if (value.TryGetLiteral(out var text) && BalancerRegex.Mistake(text, longest) is { } mistake)
            {
                report.Add(property, mistake, Quoted.Of(text), $"a regular expression of 1 to {longest} characters without lookarounds, backreferences, atomic groups and Unicode classes", "write it without them");
            }
        }
    }

    private static IEnumerable<(string Property, Value<string> Value)> Listed(string property, ValueList<string> values) => values.Select((value, index) => ($"{property}[{index}]", value));

    private static IEnumerable<(string Property, RewriteProps Rewrite)> Rewrites(ApplicationListenerRuleProps rule) =>
        new[] { ("transforms.hostHeaderRewrite", rule.Transforms?.HostHeaderRewrite), ("transforms.urlRewrite", rule.Transforms?.UrlRewrite) }.Where(rewrite => rewrite.Item2 is not null).Select(rewrite => (rewrite.Item1, rewrite.Item2!));

    private static void CheckKinds(ApplicationListenerRuleProps rule, Report report)
    {
        foreach (var (patterns, expressions, values, regexes) in new[] { ("hosts", "hostRegex", rule.Conditions.Hosts, rule.Conditions.HostRegex), ("paths", "pathRegex", rule.Conditions.Paths, rule.Conditions.PathRegex) })
        {
            if (IsSet(values) && IsSet(regexes))
            {
                report.Add($"conditions.{expressions}", $"stands beside {patterns}", $"{regexes.Count} beside {values.Count}", "one of the two", $"write all of them as {expressions}, or make a rule of each");
            }
        }
    }

    private static bool IsSet(ValueList<string> values) => values.Count > 0 || values.Expression is not null;

    private static void CheckPresence(ApplicationListenerRuleProps rule, Report report)
    {
        if (rule.Transforms is { HostHeaderRewrite: null, UrlRewrite: null })
        {
            report.Add("transforms", "rewrites nothing", null, "hostHeaderRewrite, urlRewrite or both", "add one, or remove it");
        }
    }

    private static void CheckAction(ApplicationListenerRuleProps rule, Report report)
    {
        if (rule.Transforms is not null && rule.Action is { Forward: null, WeightedForward: null })
        {
            report.Add("transforms", "does nothing here", rule.Action.Redirect is null ? "a fixed response" : "a redirect", "an action that forwards", "remove it, or forward");
        }
    }
}
