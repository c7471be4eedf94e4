using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>
/// The order in which an apply deletes things and lets go of them. A resource is deleted after what depends on it is deleted, but before
/// what depends on it is updated, unless it is replaced with create-before-destroy: then it goes last. Create-before-destroy is passed on
/// to what a resource depends on. Source: https://github.com/hashicorp/terraform/blob/v1.11.4/docs/destroying.md.
/// </summary>
internal static class ApplyOrder
{
    /// <summary>The resources that still use another at the moment when it is deleted: AWS refuses that.</summary>
    internal static IReadOnlyList<ResourceChange> HoldersOf(PlanModel model, ResourceChange gone, params IReadOnlyList<string> types)
    {
        var users = UsersBefore(model, gone, types);
        var goesLast = gone.CreatesFirst || users.Any(user => user.CreatesFirst);
        return [.. users.Where(user => user.Deletes == Answer.No && (!goesLast || Refers(user.After, gone))).OrderBy(user => user.Address, StringComparer.Ordinal)];
    }

    /// <summary>The resources that use another before the apply.</summary>
    internal static IReadOnlyList<ResourceChange> UsersBefore(PlanModel model, ResourceChange used, params IReadOnlyList<string> types) =>
        [.. model.UsersOf(used, types).Where(user => user.Before.IsKnown && Refers(user.Before, used))];

    /// <summary>What uses something that is deleted, in a sentence's words: <c>aws_lb_listener.a uses it</c>.</summary>
    internal static string Use(ResourceChange gone, IReadOnlyList<ResourceChange> holders)
    {
        var names = string.Join(", ", holders.Select(holder => holder.Address));
        var verb = holders.Count == 1 ? "uses" : "use";
        return gone.Replaces || !holders.Any(holder => holder.Updates) ? $"{names} {verb} it" : $"{names} {verb} it until the update, which comes after the deletion";
    }

    private static bool Refers(PlanValue side, ResourceChange used) =>
        PlanModel.Leaves(side).Any(text => text.Length > 0 && (text == used.Before["arn"].Text || text == used.Before["id"].Text));
}
