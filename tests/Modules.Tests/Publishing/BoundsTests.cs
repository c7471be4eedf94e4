using System.Collections;
using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.Publishing;

/// <summary>What a rule says as data, for published modules, is what its own check does.</summary>
public sealed class BoundsTests
{
    private const string AnyKey = "any";

    private static readonly object[] Numbers = [int.MaxValue, -2, -1, 0, 1, 2, 3, 5, 10, 11, 59, 60, 100, 199, 200, 300, 350, 499, 599, 600, 999, 3600, 3601, 4000, 4001, 6000, 6001, 50_000, 50_001, 65_535, 65_536, 360_000, 360_001, 604_800, 604_801];
    private static readonly object[] Texts = ["", "off", "0", "1", "100", "101", "traffic-port", "65535", "65536", "/", "/a", "a", "HTTP", "TCP", "#{protocol}", "?a", "a=b", "a b", "#{host}", new string('a', 33), "/" + new string('a', 1024)];

    /// <summary>Those of rules that ask more; where a rule asks one thing alone, the bound is its check.</summary>
    public static TheoryData<string, string> Bounds
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var rule in RuleCatalogue.All.Where(rule => rule.Constraint is null))
            {
                foreach (var bound in rule.Bounds)
                {
                    all.Add(rule.Id, $"{bound.Declared.Name}.{bound.Path}");
                }
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Bounds))]
    public void A_bound_refuses_nothing_that_the_rule_accepts(string id, string place)
    {
        var rule = RuleCatalogue.Get(id);
        var bound = rule.Bounds.Single(candidate => $"{candidate.Declared.Name}.{candidate.Path}" == place);
        var literals = Numbers.Concat(Texts).Where(literal => literal is int == bound.Constraint is NumberBetween or NumberAtLeast or TenthsBetween);

        var told = literals.Where(literal => !bound.Constraint.Accepts(literal)).ToList();

        Assert.NotEmpty(told);
        Assert.All(told, literal => Assert.True(Reports(rule, bound.Declared, bound.Path, literal), $"{id} accepts {literal} for {place}"));
    }

    private static bool Reports(Rule rule, Type declared, string path, object literal)
    {
        var model = new Model();
        var made = (IProps)Make(declared, path.Replace("[]", ".[]").Split('.'), literal);
        // A task definition is checked with what runs it.
        var (props, prefix) = made is TaskDefinitionProps task ? (Service(task), "it.taskDefinition") : (made, "it");
        model.Add("it", "it", null, props);
        var findings = new List<Finding>();
        rule.Check(model, new Report(rule, findings));
        return findings.Any(finding => finding.Path == $"{prefix}.{path.Replace(".*", $".{AnyKey}").Replace("[]", "[0]")}");
    }

    /// <summary>A record with one value set, and what it needs to have a meaning at all.</summary>
    private static object Make(Type type, ReadOnlySpan<string> path, object? literal)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in Shape.Of(type).Properties)
        {
            var isOnPath = path.Length > 0 && property.Key == path[0];
            if (!isOnPath && !property.IsRequired)
            {
                continue;
            }
            if (isOnPath && path.Length > 1 && path[1] is "*" or "[]")
            {
                property.Property.SetValue(record, Collection(property.Type, path[1], path[2..], literal!));
                continue;
            }
            property.Property.SetValue(record, !property.Type.IsGenericType && !property.Type.IsInterface && !ScalarBinder.Handles(property.Type)
                ? Make(property.Type, isOnPath ? path[1..] : [], literal)
                : isOnPath ? Wrap(property.Type, literal!) : Default(property.Type));
        }
        return Mended(record, path);
    }

    /// <summary>A map or a list with one element.</summary>
    private static object Collection(Type type, string step, ReadOnlySpan<string> path, object literal)
    {
        var element = type.GetGenericArguments()[^1];
        var made = path.Length == 0 ? Wrap(element, literal) : Make(element, path, literal);
        if (step == "[]")
        {
            var list = Array.CreateInstance(element, 1);
            list.SetValue(made, 0);
            return list;
        }
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), element))!;
        map.Add(AnyKey, made);
        return map;
    }

    private static EcsServiceProps Service(TaskDefinitionProps task) => new()
    {
        Cluster = new ExistingEcsCluster("arn:aws:ecs:eu-central-1:111122223333:cluster/shop"),
        VpcId = "vpc-0a1b2c3d4e5f60718",
        TaskDefinition = task,
    };

    private static object Mended(object record, ReadOnlySpan<string> path) => record switch
    {
        // Settings of a Network Load Balancer's groups mean nothing in others.
        TargetGroupProps group when path is ["unhealthyDrainingIntervalSeconds"] => group with { Protocol = TargetGroupProtocol.Tcp },
        NetworkListenerProps listener when path is ["tcpIdleTimeoutSeconds"] => listener with { Protocol = NetworkProtocol.Tcp },
        EcsServiceProps service => service with
        {
            Cluster = new ExistingEcsCluster("arn:aws:ecs:eu-central-1:111122223333:cluster/shop"),
            TaskDefinition = new TaskDefinitionProps { Region = "eu-central-1", Containers = new Dictionary<string, ContainerProps>() },
            // A grace period means nothing without a target group.
            TargetGroups = path is ["healthCheckGracePeriodSeconds"] ? [new() { TargetGroup = new ExistingTargetGroup("arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/shop/0123456789abcdef") }] : [],
        },
        TargetProps target => target with { Address = "10.0.0.1" },
        _ => record,
    };

    private static object Wrap(Type value, object literal)
    {
        var type = value.GetGenericArguments()[0];
        return value.GetMethod("op_Implicit", [type])!.Invoke(null, [type == typeof(decimal) && literal is int number ? (decimal)number : literal])!;
    }

    private static object? Default(Type type)
    {
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Value<>))
        {
            return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? Array.CreateInstance(type.GetGenericArguments()[0], 0) : null;
        }
        var inner = type.GetGenericArguments()[0];
        return Wrap(type, inner == typeof(int) || inner == typeof(decimal) ? 200 : inner == typeof(bool) ? false : inner.IsEnum ? inner == typeof(TargetType) ? TargetType.Ip : Spelling.All(inner)[0].Value : "a");
    }
}
