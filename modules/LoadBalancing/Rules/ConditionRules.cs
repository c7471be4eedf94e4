using System.Net.Sockets;
using System.Text.RegularExpressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of the conditions of a rule.</summary>
internal static partial class ConditionRules
{
    private const int MostValues = 5;
    private const int MostWildcards = 6;
    private const int LongestValue = 128;

    private static readonly TextMatching HeaderName = new("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", 40, "1 to 40 characters that a header field's name can have, no wildcards, not Host");
    private static readonly TextMatching Method = new("^[A-Z_-]+$", 40, "1 to 40 capital letters, hyphens and underscores");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("RULE081", "A rule has at least one condition, and each condition a value.", "CreateRule rejects it.", "elbv2 CreateRuleInput.Conditions, RuleCondition")
            .For<ApplicationListenerRuleProps>((rule, report) => CheckPresence(rule.Conditions, report)),
        Rule.Error("RULE083", "The conditions of a rule have at most 5 values in all of them together.", "CreateRule rejects it: a rule can only have 5 condition values.", "Quotas of Application Load Balancers: condition values per rule 5")
            .For<ApplicationListenerRuleProps>((rule, report) => CheckCount(rule.Conditions, report)),
        Rule.Error("RULE084", "The conditions of a rule have at most 6 wildcards.", "CreateRule rejects it.", "Quotas of Application Load Balancers: condition wildcards per rule 6")
            .For<ApplicationListenerRuleProps>((rule, report) => CheckWildcards(rule.Conditions, count => count > MostWildcards, $"at most {MostWildcards}", report)),
        Rule.Warning("RULE272", "The conditions of a rule have at most 5 wildcards.", "CreateRule may reject a sixth: AWS's guides name 5 or 6.", "Application Load Balancers guide, condition types for listener rules: 5; quotas: 6")
            .For<ApplicationListenerRuleProps>((rule, report) => CheckWildcards(rule.Conditions, count => count == MostWildcards, $"at most {MostWildcards - 1}", report)),
        Rule.Error("RULE085", "A host has 1 to 128 letters, digits, hyphens, underscores, dots and wildcards.", "CreateRule rejects it.", "elbv2 HostHeaderConditionConfig.Values")
            .For<ApplicationListenerRuleProps>((rule, report) => CheckValues("hosts", rule.Conditions.Hosts, IsHost, "1 to 128 letters, digits, hyphens, underscores, dots and wildcards", report)),
        Rule.Warning("RULE273", "A host has a dot, only letters behind the last one, and no underscore.", "elbv2's reference says that CreateRule rejects it; names of one label, addresses and names in Punycode have been accepted.", "elbv2 HostHeaderConditionConfig.Values; aws-load-balancer-controller#2561")
            .For<ApplicationListenerRuleProps>((rule, report) => CheckValues("hosts", rule.Conditions.Hosts, text => !IsHost(text) || DocumentedHost().IsMatch(text), "letters, digits, hyphens, dots and wildcards, a dot in it, only letters behind the last", report, "is outside of what AWS documents")),
        Rule.Error("RULE086", "A path has at most 128 characters that a path can have, and no query.", "CreateRule rejects it, or it never matches.", "elbv2 PathPatternConditionConfig.Values")
            .For<ApplicationListenerRuleProps>((rule, report) => CheckValues("paths", rule.Conditions.Paths, IsPath, "at most 128 letters, digits and _-.$/~\"'@:+&*?, beginning with / or *", report)),
        Rule.Error("RULE087", "A header field's name has 1 to 40 characters that it can have, no wildcards, and is not Host; its values have at most 128.", "CreateRule rejects it.", "elbv2 HttpHeaderConditionConfig")
            .For<ApplicationListenerRuleProps>((rule, report) => CheckHeaders(rule.Conditions, report)),
        Rule.Error("RULE088", "A method has 1 to 40 capital letters, hyphens and underscores.", "CreateRule rejects it.", "elbv2 HttpRequestMethodConditionConfig.Values")
            .For<ApplicationListenerRuleProps>((rule, report) => CheckValues("methods", rule.Conditions.Methods, Method.Accepts, Method.Allowed, report)),
        Rule.Error("RULE089", "A source is a CIDR block in canonical form.", "CreateRule rejects it.", "elbv2 SourceIpConditionConfig.Values")
            .For<ApplicationListenerRuleProps>((rule, report) => CheckSources(rule.Conditions, report)),
        Rule.Error("RULE194", "A query parameter's name and value have 1 to 128 characters.", "CreateRule rejects it.", "elbv2 QueryStringConditionConfig.Values")
            .For<ApplicationListenerRuleProps>((rule, report) => CheckQueryStrings(rule.Conditions, report)),
    ];

    private static void CheckPresence(RuleConditionsProps conditions, Report report)
    {
        var lists = new[] { conditions.Hosts, conditions.HostRegex, conditions.Paths, conditions.PathRegex, conditions.Methods, conditions.SourceCidrs };
        if (lists.All(list => list.Count == 0 && list.Expression is null) && conditions.Headers.Count == 0 && conditions.HeaderRegex.Count == 0 && conditions.QueryStrings.Count == 0)
        {
            report.Add("conditions", "is empty", null, "at least one of hosts, hostRegex, paths, pathRegex, methods, sourceCidrs, headers, headerRegex, queryStrings", "say which requests the rule is for, or make it the listener's default action");
        }
        foreach (var (property, headers) in new[] { ("headers", conditions.Headers), ("headerRegex", conditions.HeaderRegex) })
        {
            foreach (var (name, values) in headers.Where(header => header.Value is { Count: 0, Expression: null }))
            {
                report.Add($"conditions.{property}.{name}", "has no value", null, "at least one value", "add the values that meet the condition");
            }
        }
        for (var index = 0; index < conditions.QueryStrings.Count; index++)
        {
            if (conditions.QueryStrings[index].AnyOf.Count == 0)
            {
                report.Add($"conditions.queryStrings[{index}].anyOf", "has no parameter", null, "at least one parameter", "add the parameters that meet the condition");
            }
        }
    }

    private static void CheckCount(RuleConditionsProps conditions, Report report)
    {
        var parts = new (string Name, int Count)[]
        {
            ("hosts", conditions.Hosts.Count), ("hostRegex", conditions.HostRegex.Count), ("paths", conditions.Paths.Count), ("pathRegex", conditions.PathRegex.Count), ("methods", conditions.Methods.Count), ("sourceCidrs", conditions.SourceCidrs.Count),
            ("headers", conditions.Headers.Values.Sum(values => values.Count)), ("headerRegex", conditions.HeaderRegex.Values.Sum(values => values.Count)), ("queryStrings", conditions.QueryStrings.Sum(condition => condition.AnyOf.Count)),
        };
        if (parts.Sum(part => part.Count) is > MostValues and var count)
        {
            var got = string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{part.Name} {part.Count}"));
            report.Add("conditions", "has too many values", $"{count}: {got}", $"at most {MostValues} in all conditions together", "divide them between two rules with the same action, or use a wildcard");
        }
    }

    private static void CheckWildcards(RuleConditionsProps conditions, Func<int, bool> isTooMany, string allowed, Report report)
    {
        var values = conditions.Hosts.Concat(conditions.Paths).Concat(conditions.Headers.Values.SelectMany(value => value))
            .Concat(conditions.QueryStrings.SelectMany(condition => condition.AnyOf).SelectMany(parameter => new[] { parameter.Key, parameter.Value }.OfType<Value<string>>()));
        var count = values.Sum(value => value.TryGetLiteral(out var text) ? Wildcards.Count(text) : 0);
        if (isTooMany(count))
        {
            report.Add("conditions", "has many wildcards", $"{count}", allowed, "divide the values between two rules with the same action");
        }
    }

    private static void CheckValues(string property, ValueList<string> values, Func<string, bool> isLegal, string allowed, Report report, string what = "is not legal")
    {
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index].TryGetLiteral(out var text) && !isLegal(text))
            {
                report.Add($"conditions.{property}[{index}]", what, Quoted.Of(text), allowed, "use a value that is allowed");
            }
        }
    }

    private static bool IsHost(string text) => text.Length is > 0 and <= LongestValue && Host().IsMatch(text);

    /// <summary>A query has an equals sign, which a path cannot have here.</summary>
    private static bool IsPath(string text) => text.Length is > 0 and <= LongestValue && PathPattern().IsMatch(text);

    private static void CheckHeaders(RuleConditionsProps conditions, Report report)
    {
        CheckNames("headers", conditions.Headers.Keys, report);
        CheckNames("headerRegex", conditions.HeaderRegex.Keys, report);
        foreach (var (name, values) in conditions.Headers)
        {
            for (var index = 0; index < values.Count; index++)
            {
                if (values[index].TryGetLiteral(out var text) && text.Length is 0 or > LongestValue)
                {
                    report.Add($"conditions.headers.{name}[{index}]", "is not legal", Quoted.Of(text), $"1 to {LongestValue} characters", "use a value that is allowed");
                }
            }
        }
    }

    private static void CheckNames(string property, IEnumerable<string> names, Report report)
    {
        foreach (var name in names)
        {
            var isHost = name.Equals("Host", StringComparison.OrdinalIgnoreCase);
            if (!HeaderName.Accepts(name) || name.Contains('*') || isHost)
            {
                report.Add($"conditions.{property}.{name}", "has a name that is not legal", Quoted.Of(name), HeaderName.Allowed, isHost ? property == "headers" ? "use hosts" : "use hostRegex" : "use the field's name as it is");
            }
        }
    }

    private static void CheckSources(RuleConditionsProps conditions, Report report)
    {
        for (var index = 0; index < conditions.SourceCidrs.Count; index++)
        {
            if (conditions.SourceCidrs[index].TryGetLiteral(out var text))
            {
                var family = text.Contains(':') ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
                if (CidrBlock.Mistake(text, family, "", mayBeAddress: true) is var (what, fix))
                {
                    report.Add($"conditions.sourceCidrs[{index}]", what, Quoted.Of(text), "a CIDR block in canonical form", fix);
                }
            }
        }
    }

    private static void CheckQueryStrings(RuleConditionsProps conditions, Report report)
    {
        for (var condition = 0; condition < conditions.QueryStrings.Count; condition++)
        {
            for (var index = 0; index < conditions.QueryStrings[condition].AnyOf.Count; index++)
            {
                var parameter = conditions.QueryStrings[condition].AnyOf[index];
                Check("key", parameter.Key);
                Check("value", parameter.Value);

                void Check(string property, Value<string>? value)
                {
                    if (value.IsLiteral(out var text) && text.Length is 0 or > LongestValue)
                    {
                        report.Add($"conditions.queryStrings[{condition}].anyOf[{index}].{property}", "is not legal", Quoted.Of(text), $"1 to {LongestValue} characters", "use a value that is allowed");
                    }
                }
            }
        }
    }

    [GeneratedRegex("^[A-Za-z0-9*?._-]+\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Host();

    [GeneratedRegex("^[A-Za-z0-9*?.-]*\\.[A-Za-z*?]+\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DocumentedHost();

    [GeneratedRegex("^[/*][A-Za-z0-9_.$/~\"'@:+&*?-]*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathPattern();
}
