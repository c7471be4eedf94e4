using FsCheck;
using FsCheck.Fluent;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.LoadBalancing;

public sealed class RulePriorityTests
{
    private static readonly Gen<string> Names = Gen.Choose(1, 12).SelectMany(length => Gen.Elements("abcxyz019-_".ToCharArray()).ListOf(length)).Select(characters => "r" + string.Concat(characters));

    [Fact]
    public void At_a_listener_that_exists_two_stacks_have_two_priorities_for_one_name()
    {
        const string Listener = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/shared/0a1b2c3d4e5f6071/1a2b3c4d5e6f7081";

        Assert.NotEqual(RulePriority.Of("shop", Listener, "shop-test"), RulePriority.Of("shop", Listener, "shop-prod"));
        Assert.Equal(RulePriority.Of("shop"), RulePriority.Of("shop", Expression.Of("aws_lb_listener.web_https.arn"), "shop-prod"));
    }

    [Fact]
    public void A_priority_is_in_the_range_that_is_not_for_explicit_ones() =>
        Prop.ForAll(Names.ToArbitrary(), name => RulePriority.Of(name) is >= RulePriority.Lowest and <= RulePriority.Highest).Hold(cases: 1000);

    [Fact]
    public void The_priorities_of_names_are_frozen()
    {
        // Another number for a name would move rules in everybody's listeners.
        Assert.Equal(38_794, RulePriority.Of("admin-auth"));
        Assert.Equal(38_794, RulePriority.Of("stock-till"));
        Assert.Equal(49_454, RulePriority.Of("api"));
    }

    [Fact]
    public void The_rules_of_a_listener_have_different_priorities_or_the_collision_is_told() =>
        Prop.ForAll(Names.ListOf(200).Select(names => names.Distinct().ToList()).ToArbitrary(), names =>
        {
            var collides = names.Select(RulePriority.Of).Distinct().Count() < names.Count;
            return collides == Manifests.Check(Manifest(names)).Any(line => line.StartsWith("error RULE080 ", StringComparison.Ordinal));
        }).Hold(cases: 10);

    private static string Manifest(IEnumerable<string> names) => $$"""
        applicationLoadBalancers:
          web:
            internal: true
            subnets: [private-a, private-b]
            securityGroups: [{ id: sg-0a1b2c3d4e5f60718 }]
            listeners:
              http:
                port: 80
                protocol: HTTP
                defaultAction: { fixedResponse: { statusCode: 404 } }
                rules:
        {{string.Join('\n', names.Select(name => $"          {name}: {{ conditions: {{ paths: [/{name}] }}, action: {{ fixedResponse: {{ statusCode: 200 }} }} }}"))}}
        """;
}
