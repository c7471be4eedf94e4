using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What container, task, service, target group and security group must agree on.</summary>
internal static class ContractRules
{
    private const string Service = "aws_ecs_service";

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN51", Severity.High, "aws_ecs_service, aws_ecs_task_definition, aws_lb_target_group, security groups", "Container, task, service, target group and security group agreed on a name, a port or a network mode, and no longer do.",
            "The service cannot be updated, or its new tasks never turn healthy.",
            "Change both sides together: the name or port in the container, in the service, in the health check and in the rules of the groups.")
        {
            Check = static (model, report) =>
            {
                foreach (var service in ListenerRules.Existing(model, Service).Where(service => service.Deletes == Answer.No))
                {
                    Check(model, service, report);
                }
            },
        },
    ];

    private static void Check(PlanModel model, ResourceChange service, RuleReport report)
    {
        if (model.Linked(service, "task_definition", "aws_ecs_task_definition") is not [var definition, ..] || TaskContract.Of(definition.Before) is not { } old)
        {
            return;
        }
        if (definition.After.IsKnown && definition.After["container_definitions"].IsUnknown)
        {
            report.CannotTell(service, "load_balancer", $"The containers of {definition.Address} are known only after the apply.");
            return;
        }
        if (TaskContract.Of(definition.After) is not { } now)
        {
            return;
        }
        var isTold = CheckBalancers(model, service, old, now, report) | CheckPortNames(service, old, now, report) | CheckHealthPorts(model, service, old, now, report);
        if (!isTold)
        {
            report.Holds(service);
        }
    }

    private static bool CheckBalancers(PlanModel model, ResourceChange service, TaskContract old, TaskContract now, RuleReport report)
    {
        var isTold = false;
        var agreed = service.Before["load_balancer"].Items.All(item => Agrees(item, old));
        foreach (var item in service.After["load_balancer"].Items.Where(item => item["container_name"].IsKnown && item["container_port"].Number is not null && agreed))
        {
            var (container, port) = (item["container_name"].Text!, (int)item["container_port"].Number!.Value);
            if (!Agrees(item, now))
            {
                var what = now.HasContainer(container) ? $"the container {container} offers no port {port}" : $"the task has no container {container}";
                report.Violates(service, "load_balancer", Told(service.Before["load_balancer"]), $"{container}:{port}, but {what}", consequence: $"ECS refuses the update: {what}. The service keeps its old tasks.");
                isTold = true;
            }
            else if (model.Find(item["target_group_arn"].Text, "aws_lb_target_group") is { } group && old.NetworkMode != "awsvpc" && now.NetworkMode == "awsvpc" && group.After["target_type"].Text == "instance")
            {
                report.Violates(service, "task_definition", old.NetworkMode ?? "bridge", "awsvpc", consequence: $"Tasks of network mode awsvpc are registered by address, and {group.Address} takes instances: ECS refuses the update.");
                isTold = true;
            }
            else
            {
                isTold |= CheckGroups(model, service, port, report);
            }
        }
        return isTold;
    }

    /// <summary>Whether the groups of the tasks let the load balancers in to a port that is new.</summary>
    private static bool CheckGroups(PlanModel model, ResourceChange service, int port, RuleReport report)
    {
        const string Groups = "network_configuration.security_groups";
        if (service.Before["load_balancer"].Items.Any(item => item["container_port"].Number == port) || service.After.At(Groups).HasUnknown)
        {
            return false;
        }
        var groups = PlanModel.Leaves(service.After.At(Groups)).ToHashSet(StringComparer.Ordinal);
        var balancers = model.Of("aws_lb").Where(balancer => balancer.After.IsKnown).SelectMany(balancer => PlanModel.Leaves(balancer.After["security_groups"])).ToHashSet(StringComparer.Ordinal);
        var rules = model.Of(["aws_security_group", .. OpenPort.RuleTypes]).Where(owner => owner.After.IsKnown).SelectMany(owner => OpenPort.After(model, owner)).Where(open => open.IsIngress && open.Group is not null && groups.Contains(open.Group)).ToList();
        // Without a rule of the load balancers for these tasks in the plan, it is not known what lets them in.
        if (!rules.Exists(open => open.Peers.Any(balancers.Contains)) || rules.Exists(open => open.IsUnknown || open.Allows(port) && open.Peers.Any(peer => balancers.Contains(peer) || peer.Contains('/'))))
        {
            return false;
        }
        report.Violates(service, "load_balancer", Told(service.Before["load_balancer"]), Told(service.After["load_balancer"]), consequence: $"The groups of the tasks do not let the load balancer in on port {port}: the new tasks never turn healthy.");
        return true;
    }

    private static bool CheckPortNames(ResourceChange service, TaskContract old, TaskContract now, RuleReport report)
    {
        var lost = service.After["service_connect_configuration"]["service"].Items.Select(item => item["port_name"].Text).OfType<string>().Where(name => old.Names(name) && !now.Names(name)).Order(StringComparer.Ordinal).ToList();
        if (lost.Count == 0)
        {
            return false;
        }
        report.Violates(service, "service_connect_configuration", string.Join(", ", lost), "(no such port)", consequence: $"ECS refuses the update: no container names a port {string.Join(", ", lost)}.");
        return true;
    }

    private static bool CheckHealthPorts(PlanModel model, ResourceChange service, TaskContract old, TaskContract now, RuleReport report)
    {
        var isTold = false;
        foreach (var group in service.After["load_balancer"].Items.Select(item => model.Find(item["target_group_arn"].Text, "aws_lb_target_group")).OfType<ResourceChange>().Distinct())
        {
            var (before, after) = (group.Before["health_check"].Block["port"], group.After["health_check"].Block["port"]);
            if (after.Number is { } port && (before.Number is null || old.Ports.Contains((int)before.Number)) && !now.Ports.Contains((int)port))
            {
                report.Violates(group, "health_check.0.port", before.Text ?? "(none)", after.Text, consequence: $"No container of {service.Address} offers port {port}: every target turns unhealthy.");
                isTold = true;
            }
        }
        return isTold;
    }

    private static bool Agrees(PlanValue item, TaskContract contract) => item["container_name"].Text is not { } container || item["container_port"].Number is not { } port || contract.Offers(container, (int)port);

    private static string Told(PlanValue balancers) => string.Join(", ", balancers.Items.Select(item => $"{item["container_name"].Text}:{item["container_port"].Text}").Order(StringComparer.Ordinal));
}
