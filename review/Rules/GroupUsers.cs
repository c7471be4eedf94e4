using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What stands behind which security group after the apply.</summary>
internal sealed class GroupUsers
{
    private static readonly (string Type, string Argument)[] Users =
    [
        ("aws_lb", "security_groups"),
        ("aws_ecs_service", "network_configuration.security_groups"),
        ("aws_instance", "vpc_security_group_ids"),
    ];

    private readonly ILookup<string, ResourceChange> _byId;
    private readonly ILookup<ResourceChange, ResourceChange> _byGroup;

    internal GroupUsers(PlanModel model)
    {
        var users = Users.SelectMany(kind => model.Of(kind.Type).Where(user => user.After.IsKnown).Select(user => (user, kind.Argument))).ToList();
        _byId = users.SelectMany(pair => PlanModel.Leaves(pair.user.After.At(pair.Argument)).Select(id => (id, pair.user))).ToLookup(pair => pair.id, pair => pair.user, StringComparer.Ordinal);
        _byGroup = users.SelectMany(pair => model.Linked(pair.user, pair.Argument, "aws_security_group").Select(group => (group, pair.user))).ToLookup(pair => pair.group, pair => pair.user);
    }

    /// <summary>Load balancers, services and instances behind a group, which is known by its id or as a resource of the plan.</summary>
    internal IReadOnlyList<ResourceChange> Of(string? id, ResourceChange? group) =>
        [.. (id is null ? [] : _byId[id]).Concat(group is null ? [] : _byGroup[group]).Distinct().OrderBy(user => user.Address, StringComparer.Ordinal)];
}
