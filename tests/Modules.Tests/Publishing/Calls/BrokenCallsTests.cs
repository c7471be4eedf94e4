using System.Text.RegularExpressions;
using Orchestrator.Modules.Tests.Synthesis;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Modules.Tests.Publishing.Calls;

/// <summary>What breaks a rule in a manifest, Terraform refuses in a call of a published module, and names the same rule.</summary>
[Collection(nameof(Jsii))]
public sealed partial class BrokenCallsTests
{
    private const string Elsewhere = "not expressible: what else there is is not known";
    private const string Subnets = "not expressible: the zone and the blocks of a subnet are not known before the plan";

    /// <summary>What no validation can refuse, by the rule and the property that breaks it, empty for every one; with the reason.</summary>
    private static readonly Dictionary<(string Rule, string Property), string> Exempt = new()
    {
        [("ACM161", "domainName")] = Elsewhere,
        [("ALB005", "subnets")] = Subnets,
        [("DNS153", "type")] = "the module has a type where none is given",
        [("DNS157", "type")] = Elsewhere,
        [("DNS208", "alias")] = "no input: the module makes no load balancers",
        [("EVT151", "overrides")] = "not expressible: AWS counts the text that is made of them",
        [("LB001", "name")] = Elsewhere,
        [("LB001", "shop-web")] = Elsewhere,
        [("LSN192", "clientSecret")] = "no input: the module is given the secret itself",
        [("SCALE275", "timezone")] = "not expressible: Terraform knows no names of time zones",
        [("SG095", "name")] = Elsewhere,
        [("SG097", "web")] = "not expressible: the group's own id is not known before it is made",
        [("SVC135", "provider")] = Elsewhere,
        [("SVC137", "namespaceArn")] = Elsewhere,
        [("TASK101", "taskDefinition")] = "the size is always given: containers that it does not hold break TASK112",
        [("TG032", "name")] = Elsewhere,
        [("TG039", "loadBalancer")] = "not expressible: what the load balancer listens on, and what is in front of it, is not known",
        [("TG065", "address")] = Subnets,
        [("TG065", "availabilityZone")] = Subnets,
        [("TG196", "one")] = "no input: a target is one identifier",
    };

    /// <summary>What another rule refuses in the module, by the rule and the property that breaks it; with that rule.</summary>
    private static readonly Dictionary<(string Rule, string Property), string> Instead = new()
    {
        // A port becomes one of a listener and one of a target group.
        [("SYNC264", "port")] = "LSN180",
        [("SYNC264", "applicationPort")] = "TG035",
    };

    private readonly HashSet<(string Rule, string Property)> _needed = [];

    [TerraformFact]
    public void What_breaks_a_rule_in_a_manifest_breaks_it_in_a_call_of_a_module()
    {
        var modules = MadeModules.All.ToDictionary(module => module.Name);
        var asked = MadeModules.All.ToDictionary(module => module.Name, module => module.ResourceConditions.SelectMany(condition => RulesIn(condition.Message!)).ToHashSet());
        var all = BrokenCalls.All().Where(call => RuleReasons.Of(call.Module, call.Rule) is null && !asked[call.Module].Contains(call.Rule) && !MissingInputs.AreIn(modules[call.Module], call.Variables)).ToList();
        var calls = Samples.Of(all, 6);

        var messages = CalledValidations.Messages([.. calls.Select(call => (modules[call.Module], call.Variables))]);

        var missed = calls.Zip(messages).Where(told => !IsTold(told.First, [.. told.Second.Where(message => !message.StartsWith(CalledValidations.Undecided, StringComparison.Ordinal)).SelectMany(RulesIn)]))
            .Select(told => $"{told.First.Module} does not tell {told.First.Rule} of {told.First.Path}, but {(told.Second.Count == 0 ? "accepts" : $"says {string.Join(" | ", told.Second)} of")} {told.First.Variables.ToJsonString()}").ToList();
        Assert.True(missed.Count == 0, $"{missed.Count} of {calls.Count}:\n{string.Join('\n', missed)}");
        var undecided = calls.Zip(messages).SelectMany(told => told.Second.Where(message => message.StartsWith(CalledValidations.Undecided, StringComparison.Ordinal)).Select(message => $"{told.First.Module} {message} of {told.First.Variables.ToJsonString()}")).ToList();
        Assert.True(calls.Count < all.Count || !Exempt.Keys.Except(_needed).Any(), $"nothing needs {string.Join(", ", Exempt.Keys.Except(_needed))}");
        Assert.True(undecided.Count == 0, string.Join('\n', undecided));
    }

    private bool IsTold(BrokenCall call, IReadOnlyList<string> rules) =>
        rules.Contains(call.Rule) || (Instead.TryGetValue((call.Rule, call.Property), out var other) && rules.Contains(other)) || IsExempt((call.Rule, call.Property)) || IsExempt((call.Rule, ""));

    private bool IsExempt((string Rule, string Property) broken)
    {
        _needed.Add(broken);
        return Exempt.ContainsKey(broken);
    }

    private static IEnumerable<string> RulesIn(string message) => RuleId().Matches(message).Select(id => id.Groups["id"].Value);

    [GeneratedRegex(@"\((?<id>[A-Z]+[0-9]{3,4})\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RuleId();
}
