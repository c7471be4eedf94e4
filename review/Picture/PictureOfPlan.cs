using Orchestrator.Diagram;
using Orchestrator.Review.Masking;
using Orchestrator.Review.Plans;
using Orchestrator.Review.Rules;

namespace Orchestrator.Review.Picture;

/// <summary>
/// Draws the path of traffic through what a plan manages, as it is after the apply; what is deleted is drawn where it was. References
/// that are not known yet are found in the configuration.
/// </summary>
internal sealed class PictureOfPlan(PlanModel model, Masker masker)
{
    private const string Internet = "internet";
    private readonly NodeLabels _labels = new(model, masker);
    private readonly Dictionary<string, TrafficNode> _nodes = new(StringComparer.Ordinal);
    private readonly List<TrafficEdge> _edges = [];

    /// <summary>The picture; where it is too large, only what changes and its neighbours.</summary>
    internal TrafficDiagram Draw()
    {
        AddEntrances();
        AddListeners();
        AddTargets();
        AddFunctions();
        var diagram = new TrafficDiagram([.. _nodes.Values.OrderBy(node => node.Kind).ThenBy(node => node.Id, StringComparer.Ordinal)], [.. _edges.Distinct()]);
        return diagram.IsTooLarge ? OnlyChanges(diagram) : diagram;
    }

    private static TrafficDiagram OnlyChanges(TrafficDiagram diagram)
    {
        var changed = diagram.Nodes.Where(node => node.Action is not (null or TrafficAction.Keep)).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        var near = diagram.Edges.Where(edge => changed.Contains(edge.From) || changed.Contains(edge.To)).SelectMany(edge => new[] { edge.From, edge.To }).Concat(changed).ToHashSet(StringComparer.Ordinal);
        return diagram with { Nodes = [.. diagram.Nodes.Where(node => near.Contains(node.Id))] };
    }

    private void AddEntrances()
    {
        foreach (var balancer in model.Of("aws_lb"))
        {
            Add(balancer, TrafficKind.LoadBalancer);
            var addresses = model.Linked(balancer, "subnet_mapping", "aws_eip");
            foreach (var address in addresses)
            {
                Connect(Add(address, TrafficKind.Address), IdOf(balancer));
            }
        }
        foreach (var record in model.Of("aws_route53_record"))
        {
            foreach (var target in model.Linked(record, "alias", "aws_lb").Concat(model.Linked(record, "records", "aws_eip")).Concat(model.Linked(record, "records", "aws_lb")))
            {
                var from = Add(record, TrafficKind.Dns);
                Connect(from, Add(target, target.Type == "aws_lb" ? TrafficKind.LoadBalancer : TrafficKind.Address));
                ConnectInternet(from);
            }
        }
        var reached = _edges.Select(edge => edge.To).ToHashSet(StringComparer.Ordinal);
        foreach (var balancer in model.Of("aws_lb").Where(balancer => Side(balancer)["internal"].Boolean == false && !reached.Contains(IdOf(balancer))))
        {
            ConnectInternet(IdOf(balancer));
        }
        foreach (var address in _nodes.Values.Where(node => node.Kind == TrafficKind.Address && !reached.Contains(node.Id)).ToList())
        {
            ConnectInternet(address.Id);
        }
    }

    private void AddListeners()
    {
        foreach (var listener in model.Of("aws_lb_listener"))
        {
            var id = Add(listener, TrafficKind.Listener);
            foreach (var balancer in model.Linked(listener, "load_balancer_arn", "aws_lb"))
            {
                Connect(Add(balancer, TrafficKind.LoadBalancer), id);
            }
            ConnectGroups(listener, "default_action");
        }
        foreach (var rule in model.Of("aws_lb_listener_rule"))
        {
            var id = Add(rule, TrafficKind.Rule);
            foreach (var listener in model.Linked(rule, "listener_arn", "aws_lb_listener"))
            {
                Connect(Add(listener, TrafficKind.Listener), id);
            }
            ConnectGroups(rule, "action");
        }
    }

    private void AddTargets()
    {
        foreach (var group in model.Of("aws_lb_target_group"))
        {
            Add(group, TrafficKind.TargetGroup);
        }
        foreach (var service in model.Of("aws_ecs_service"))
        {
            foreach (var group in model.Linked(service, "load_balancer", "aws_lb_target_group"))
            {
                Connect(IdOf(group), Add(service, TrafficKind.Target));
            }
        }
        foreach (var attachment in model.Of("aws_lb_target_group_attachment"))
        {
            foreach (var group in model.Linked(attachment, "target_group_arn", "aws_lb_target_group"))
            {
                foreach (var target in model.Linked(attachment, "target_id", "aws_instance").Concat(model.Linked(attachment, "target_id", "aws_lb")))
                {
                    Connect(IdOf(group), Add(target, target.Type == "aws_lb" ? TrafficKind.LoadBalancer : TrafficKind.Target));
                }
            }
        }
    }

    private void AddFunctions()
    {
        foreach (var function in new SyncParts(model).Functions)
        {
            foreach (var group in model.Linked(function, "environment", "aws_lb_target_group"))
            {
                _edges.Add(new TrafficEdge(Add(function, TrafficKind.Function), IdOf(group), "registers", Dotted: true));
            }
        }
    }

    private void ConnectGroups(ResourceChange change, string block)
    {
        var weights = Side(change)[block].Items.SelectMany(ActionTargets.Targets).Where(target => target["arn"].IsKnown).ToLookup(target => target["arn"].Text, target => target["weight"].Text);
        foreach (var group in model.Linked(change, block, "aws_lb_target_group"))
        {
            var weight = weights.Count > 1 ? weights[group.Before["arn"].Text ?? group.After["arn"].Text].FirstOrDefault() : null;
            Connect(IdOf(change), Add(group, TrafficKind.TargetGroup), weight is null ? null : $"weight {weight}");
        }
    }

    private void ConnectInternet(string to)
    {
        _nodes.TryAdd(Internet, new TrafficNode(Internet, "Internet", TrafficKind.Internet));
        Connect(Internet, to);
    }

    private void Connect(string from, string to, string? label = null) => _edges.Add(new TrafficEdge(from, to, label));

    private string Add(ResourceChange change, TrafficKind kind)
    {
        var id = IdOf(change);
        _nodes.TryAdd(id, new TrafficNode(id, _labels.Of(change), kind, ActionOf(change)));
        return id;
    }

    /// <summary>The ids of nodes are readable in Mermaid: a key of an instance can repeat a secret.</summary>
    private string IdOf(ResourceChange change) => masker.Text(change.Address);

    private static PlanValue Side(ResourceChange change) => change.After.IsKnown ? change.After : change.Before;

    private static TrafficAction ActionOf(ResourceChange change) => change switch
    {
        { Replaces: true } => TrafficAction.Replace,
        { Deletes: Answer.Yes } or { Forgets: true } => TrafficAction.Delete,
        { Creates: true } => TrafficAction.Add,
        { Updates: true } => TrafficAction.Change,
        _ => TrafficAction.Keep,
    };
}
