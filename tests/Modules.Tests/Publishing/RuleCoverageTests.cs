using System.Text.RegularExpressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Publishing;
using Orchestrator.Modules.Tests.Rules;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Publishing;

/// <summary>
/// Where a published module holds each rule at error level that its constructs can violate. What they are is known by the rules' cases: those whose findings are in a section of the manifest
/// that the module makes the constructs of. Rules about reading a manifest are left out, as Terraform reads a module's inputs.
/// </summary>
[Collection(nameof(Jsii))]
public sealed partial class RuleCoverageTests
{
    /// <summary>The sections of a manifest whose constructs a module makes.</summary>
    private static readonly Dictionary<string, string[]> Sections = new()
    {
        ["application-load-balancer"] = ["applicationLoadBalancers", "targetGroups"],
        ["certificate"] = ["certificates"],
        ["dns-records"] = ["records"],
        ["ec2-service"] = ["ecsServices"],
        ["event-task"] = ["eventTasks", "scheduledTasks"],
        ["fargate-service"] = ["ecsServices"],
        ["network-load-balancer"] = ["networkLoadBalancers", "targetGroups"],
        ["security-group"] = ["securityGroups"],
        ["static-ip-alb"] = ["staticIpApplicationLoadBalancers"],
        ["target-group"] = ["targetGroups"],
    };

    public static TheoryData<string> Modules => [.. Publisher.Names];

    [Theory]
    [MemberData(nameof(Modules))]
    public Task Every_rule_that_a_module_can_break_is_held_or_has_a_reason(string module)
    {
        Assert.True(Sections.ContainsKey(module), $"say in Sections which sections of a manifest {module} makes the constructs of");
        var held = Held(module).ToLookup(place => place.Rule, place => (place.Kind, place.Address));
        var breakable = RuleCatalogue.All.Where(rule => rule.Level == Level.Error && !rule.Id.StartsWith("MAN", StringComparison.Ordinal) && SectionsOf(rule.Id).Intersect(Sections[module]).Any()).Select(rule => rule.Id).ToList();

        var places = breakable.ToDictionary(rule => rule, rule => held.Contains(rule) ? string.Join("; ", held[rule].Distinct().GroupBy(place => place.Kind, place => place.Address).Select(kind => $"{kind.Key} of {string.Join(", ", kind)}")) : RuleReasons.Of(module, rule));

        var forgotten = places.Where(place => place.Value is null).Select(place => place.Key).ToList();
        Assert.True(forgotten.Count == 0, $"nothing in {module} holds {string.Join(", ", forgotten)}: add a condition to its definition, or a reason to RuleReasons");
        Assert.DoesNotContain(RuleReasons.All, reason => reason.Module == module && (held.Contains(reason.Rule) || !breakable.Contains(reason.Rule)));
        return Verify(string.Concat(places.OrderBy(place => place.Key, StringComparer.Ordinal).Select(place => $"{place.Key} {place.Value}\n")), Snapshots.Settings).UseParameters(module);
    }

    [Fact]
    public void Every_condition_of_a_module_names_a_rule()
    {
        var messages = MadeModules.All.SelectMany(module => module.Variables.SelectMany(variable => Bound.Of(variable).Select(bound => bound.MessageOf(module.Variables)))
            .Concat(module.Conditions.Select(condition => condition.Message)).Concat(module.ResourceConditions.Select(condition => condition.Message!)).Select(message => $"{module.Name}: {message}"));

        Assert.DoesNotContain(messages, message => !RulesIn(message).Any(rule => RuleCatalogue.All.Any(known => known.Id == rule)));
    }

    private static IEnumerable<(string Rule, string Kind, string Address)> Held(string name)
    {
        var module = MadeModules.All.Single(module => module.Name == name);
        var bounds = module.Variables.SelectMany(Bound.Of).Select(bound => (bound.Rule, "validation", bound.Path[0]));
        var validations = module.Conditions.SelectMany(condition => RulesIn(condition.Message).Select(rule => (rule, "validation", condition.Variable)));
        var conditions = module.ResourceConditions.SelectMany(condition => RulesIn(condition.Message!).Select(rule => (rule, condition.Kind, condition.Address)));
        return bounds.Concat(validations).Concat(conditions);
    }

    private static IEnumerable<string> RulesIn(string message) => RuleId().Matches(message).Select(id => id.Groups["id"].Value);

    private static IEnumerable<string> SectionsOf(string rule) => RuleCase.Rules.Contains(rule)
        ? RuleCase.Of(rule).SelectMany(given => given.Says).Select(line => Section().Match(line)).Where(line => line.Groups["id"].Value == rule).Select(line => line.Groups["section"].Value)
        : [];

    [GeneratedRegex(@"\((?<id>[A-Z]+[0-9]{3})\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RuleId();

    [GeneratedRegex(@"^error (?<id>[A-Z]+[0-9]+) [^ ]+: (?<section>[A-Za-z]+)\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Section();
}
