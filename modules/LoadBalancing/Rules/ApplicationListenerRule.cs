using Constructs;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A rule of a listener.</summary>
public sealed class ApplicationListenerRule : ModuleConstruct, IListenerRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="scope">The listener, or whatever the rule belongs to.</param>
    /// <param name="id">Its name; part of its address in the state, and what its priority comes from unless the props have one.</param>
    /// <param name="listener">The listener.</param>
    /// <param name="props">What it declares.</param>
    public ApplicationListenerRule(Construct scope, string id, IApplicationListener listener, ApplicationListenerRuleProps props)
        : base(scope, id, props with { Listener = listener })
    {
        Arn = Expression.Attribute("aws_lb_listener_rule", LogicalId, "arn");
        var action = TurnsOfGroups.Of(Model).Both(props.Action);
        Resource = Make<Aws.LbListenerRule.LbListenerRule>(MainResourceId, new Aws.LbListenerRule.LbListenerRuleConfig
        {
            ListenerArn = Emit.Text(listener.Arn)!,
            Priority = Emit.Number(props.Priority.Or(Model.IsModule ? RulePriority.Expression(id) : RulePriority.Of(id, listener.Arn, StackName))),
            Condition = ConditionsOf(props.Conditions),
            Action = ActionBlocks.Of(action, secret => Secrets.ExpressionOf(this, secret)),
            Transform = TransformsOf(props.Transforms),
            Tags = Emit.Map(props.Tags),
        });
        Model.Made.WhenMade<ApplicationListenerBase>(listener.Arn, made => TargetWiring.Open(Model, action, made.LoadBalancer));
        Routes.Of(Model).Add(new Route(Resource, "action", $"aws_lb_listener_rule.{LogicalId}", Arn), action.Targets().Select(target => target.TargetGroup.Arn));
    }

    /// <summary>The rule's ARN.</summary>
    public Value<string> Arn { get; }

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.LbListenerRule.LbListenerRule Resource { get; }

    private static Aws.LbListenerRule.LbListenerRuleCondition[] ConditionsOf(RuleConditionsProps conditions)
    {
        var all = new List<Aws.LbListenerRule.LbListenerRuleCondition>();
        if (IsSet(conditions.Hosts))
        {
            all.Add(new() { HostHeader = new Aws.LbListenerRule.LbListenerRuleConditionHostHeader { Values = Emit.List(conditions.Hosts) } });
        }
        if (IsSet(conditions.Paths))
        {
            all.Add(new() { PathPattern = new Aws.LbListenerRule.LbListenerRuleConditionPathPattern { Values = Emit.List(conditions.Paths) } });
        }
        if (IsSet(conditions.HostRegex))
        {
            all.Add(new() { HostHeader = new Aws.LbListenerRule.LbListenerRuleConditionHostHeader { RegexValues = Emit.List(conditions.HostRegex) } });
        }
        if (IsSet(conditions.PathRegex))
        {
            all.Add(new() { PathPattern = new Aws.LbListenerRule.LbListenerRuleConditionPathPattern { RegexValues = Emit.List(conditions.PathRegex) } });
        }
        if (IsSet(conditions.Methods))
        {
            all.Add(new() { HttpRequestMethod = new Aws.LbListenerRule.LbListenerRuleConditionHttpRequestMethod { Values = Emit.List(conditions.Methods)! } });
        }
        if (IsSet(conditions.SourceCidrs))
        {
            all.Add(new() { SourceIp = new Aws.LbListenerRule.LbListenerRuleConditionSourceIp { Values = Emit.List(conditions.SourceCidrs)! } });
        }
        all.AddRange(conditions.Headers.Select(header => new Aws.LbListenerRule.LbListenerRuleCondition
        {
            HttpHeader = new Aws.LbListenerRule.LbListenerRuleConditionHttpHeader { HttpHeaderName = Emit.Text(header.Key)!, Values = Emit.List(header.Value) },
        }));
        all.AddRange(conditions.HeaderRegex.Select(header => new Aws.LbListenerRule.LbListenerRuleCondition
        {
            HttpHeader = new Aws.LbListenerRule.LbListenerRuleConditionHttpHeader { HttpHeaderName = Emit.Text(header.Key)!, RegexValues = Emit.List(header.Value) },
        }));
        all.AddRange(conditions.QueryStrings.Select(condition => new Aws.LbListenerRule.LbListenerRuleCondition
        {
            QueryString = condition.AnyOf.Select(parameter => new Aws.LbListenerRule.LbListenerRuleConditionQueryString { Key = Emit.Text(parameter.Key), Value = Emit.Text(parameter.Value)! }).ToArray(),
        }));
        return [.. all];
    }

    private static Aws.LbListenerRule.LbListenerRuleTransform[]? TransformsOf(RuleTransformsProps? transforms)
    {
        var all = new List<Aws.LbListenerRule.LbListenerRuleTransform>();
        if (transforms?.HostHeaderRewrite is { } host)
        {
            all.Add(new()
            {
                Type = "host-header-rewrite",
                HostHeaderRewriteConfig = new Aws.LbListenerRule.LbListenerRuleTransformHostHeaderRewriteConfig
                {
                    Rewrite = new Aws.LbListenerRule.LbListenerRuleTransformHostHeaderRewriteConfigRewrite { Regex = Emit.Text(host.Regex)!, Replace = Emit.Text(host.Replace)! },
                },
            });
        }
        if (transforms?.UrlRewrite is { } url)
        {
            all.Add(new()
            {
                Type = "url-rewrite",
                UrlRewriteConfig = new Aws.LbListenerRule.LbListenerRuleTransformUrlRewriteConfig
                {
                    Rewrite = new Aws.LbListenerRule.LbListenerRuleTransformUrlRewriteConfigRewrite { Regex = Emit.Text(url.Regex)!, Replace = Emit.Text(url.Replace)! },
                },
            });
        }
        return all.Count == 0 ? null : [.. all];
    }

    private static bool IsSet(ValueList<string> values) => values.Count > 0 || values.Expression is not null;
}
