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
    private const string NoInput = "no input: the module has none that could break it";
    private const string AtTheApply = "not held: AWS refuses it in the apply";
    private const string ByConstruction = "by construction: ";

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

    /// <summary>Rules that no validation of a module holds, each with how it is held otherwise or why it cannot be; empty for every module.</summary>
    private static readonly Dictionary<(string Module, string Rule), string> Otherwise = new()
    {
        [("", "ID181")] = ByConstruction + "what is made more than once has its keys in its address",
        [("", "NAME300")] = "not expressible: what other modules call things is not known; the README says who gives the name",
        [("", "LB019")] = ByConstruction + "the groups that it makes are forwarded to by its own listeners; who else uses another group is nowhere said",
        [("application-load-balancer", "LSN339")] = NoInput,
        [("application-load-balancer", "PROV331")] = NoInput,
        [("application-load-balancer", "RULE335")] = NoInput,
        [("application-load-balancer", "RULE336")] = NoInput,
        [("application-load-balancer", "RULE337")] = NoInput,
        [("application-load-balancer", "TG059")] = NoInput,
        [("application-load-balancer", "TG060")] = NoInput,
        [("application-load-balancer", "TG061")] = NoInput,
        [("application-load-balancer", "TG066")] = NoInput,
        [("certificate", "ACM215")] = "not expressible: what other certificates there are is not known; the README says it",
        [("static-ip-alb", "SYNC164")] = "not expressible: with lambdaSync the Application Load Balancer may be where the provider cannot look; the README says it",
        [("", "SVC324")] = NoInput,
        [("", "SVC326")] = NoInput,
        [("", "SVC327")] = NoInput,
        [("", "SVC329")] = NoInput,
        [("", "SVC330")] = NoInput,
        [("", "SVC331")] = NoInput,
        [("", "SVC360")] = NoInput,
        [("", "SVC361")] = NoInput,
        [("", "SVC362")] = NoInput,
        [("", "SVC363")] = NoInput,
        [("", "SVC364")] = NoInput,
        [("", "SVC365")] = NoInput,
        [("", "ARN344")] = AtTheApply,
        [("", "LB358")] = AtTheApply,
        [("", "TG360")] = AtTheApply,
        [("", "DNS207")] = ByConstruction + "records have the keys of a map in their addresses",
        [("ec2-service", "TASK101")] = ByConstruction + "the tasks run on instances",
        [("ec2-service", "TASK103")] = ByConstruction + "the tasks run on instances",
        [("ec2-service", "TASK104")] = ByConstruction + "the tasks run on instances",
        [("ec2-service", "TASK105")] = ByConstruction + "the tasks run on instances",
        [("ec2-service", "TASK114")] = ByConstruction + "the tasks run on instances",
        [("ec2-service", "TASK115")] = ByConstruction + "the tasks run on instances",
        [("ec2-service", "SVC125")] = NoInput,
        [("ec2-service", "SVC325")] = ByConstruction + "the tasks run on instances",
        [("ec2-service", "SVC134")] = NoInput,
        [("ec2-service", "SVC131")] = "not expressible: asked before the plan, AWS does not know of a listener or a rule that is made with the service; the README says it",
        [("ec2-service", "TASK118")] = "not expressible: Terraform drops what an object has no attribute for before a condition sees it",
        [("ec2-service", "SVC127")] = NoInput,
        [("ec2-service", "EC2144")] = "not expressible: the instances' groups are the cluster's; the README says which ports they let in",
        [("event-task", "EVT148")] = ByConstruction + "a schedule is one of EventBridge Scheduler, which is on no event bus",
        [("event-task", "EVT152")] = "not expressible: which buckets send their notifications to EventBridge is nowhere said; the README says it",
        [("event-task", "EVT277")] = "not expressible: Terraform knows no names of time zones",
        [("event-task", "EVT260")] = NoInput,
        [("fargate-service", "SVC125")] = NoInput,
        [("fargate-service", "SVC134")] = NoInput,
        [("fargate-service", "SVC131")] = "not expressible: asked before the plan, AWS does not know of a listener or a rule that is made with the service; the README says it",
        [("fargate-service", "TASK118")] = "not expressible: Terraform drops what an object has no attribute for before a condition sees it",
        [("fargate-service", "SVC127")] = ByConstruction + "the tasks run on Fargate",
        [("fargate-service", "EC2144")] = ByConstruction + "the tasks run on Fargate",
        [("fargate-service", "TASK102")] = NoInput,
        [("fargate-service", "TASK109")] = ByConstruction + "the tasks run on Fargate",
        [("fargate-service", "TASK122")] = NoInput,
        [("fargate-service", "SVC128")] = NoInput,
        [("fargate-service", "SVC140")] = NoInput,
        [("network-load-balancer", "NLB340")] = ByConstruction + "a listener names one target group",
        [("network-load-balancer", "NLB188")] = ByConstruction + "an address has the key of its mapping, whose subnet's zone the caller knows",
        [("network-load-balancer", "TG040")] = NoInput,
        [("network-load-balancer", "TG041")] = NoInput,
        [("network-load-balancer", "TG053")] = NoInput,
        [("network-load-balancer", "TG054")] = NoInput,
        [("network-load-balancer", "TG055")] = NoInput,
        [("network-load-balancer", "TG064")] = NoInput,
    };

    public static TheoryData<string> Modules => [.. Publisher.Names];

    [Theory]
    [MemberData(nameof(Modules))]
    public Task Every_rule_that_a_module_can_break_is_held_or_has_a_reason(string module)
    {
        Assert.True(Sections.ContainsKey(module), $"say in Sections which sections of a manifest {module} makes the constructs of");
        var held = Held(module).ToLookup(place => place.Rule, place => (place.Kind, place.Address));
        var breakable = RuleCatalogue.All.Where(rule => rule.Level == Level.Error && !rule.Id.StartsWith("MAN", StringComparison.Ordinal) && SectionsOf(rule.Id).Intersect(Sections[module]).Any()).Select(rule => rule.Id).ToList();

        var places = breakable.ToDictionary(rule => rule, rule => held.Contains(rule) ? string.Join("; ", held[rule].Distinct().GroupBy(place => place.Kind, place => place.Address).Select(kind => $"{kind.Key} of {string.Join(", ", kind)}")) : Otherwise.GetValueOrDefault((module, rule)) ?? Otherwise.GetValueOrDefault(("", rule)));

        var forgotten = places.Where(place => place.Value is null).Select(place => place.Key).ToList();
        Assert.True(forgotten.Count == 0, $"nothing in {module} holds {string.Join(", ", forgotten)}: add a condition to its definition, or a reason to Otherwise");
        Assert.DoesNotContain(Otherwise.Keys, reason => reason.Module == module && (held.Contains(reason.Rule) || !breakable.Contains(reason.Rule)));
        return Verify(string.Concat(places.OrderBy(place => place.Key, StringComparer.Ordinal).Select(place => $"{place.Key} {place.Value}\n")), Snapshots.Settings).UseParameters(module);
    }

    private static IEnumerable<(string Rule, string Kind, string Address)> Held(string name)
    {
        var module = MadeModules.All.Single(module => module.Name == name);
        var bounds = module.Variables.SelectMany(Bound.Of).Where(bound => bound.Rule is not null).Select(bound => (bound.Rule!, "validation", bound.Path[0]));
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
