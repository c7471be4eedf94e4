using Orchestrator.Review.Plans;
using Orchestrator.Review.Rules;

namespace Orchestrator.Review.Changes;

/// <summary>
/// What happens only because something else is replaced. A root is replaced, or deleted, for a reason of its own: its replacement leads
/// to known values. What hangs on it follows.
/// </summary>
internal sealed class Cascades
{
    private const int DeepestCascade = 16;

    /// <summary>The attribute by which a resource hangs on another that it cannot outlive.</summary>
    private static readonly Dictionary<string, string> Parents = new(StringComparer.Ordinal)
    {
        ["aws_lb_listener"] = "load_balancer_arn",
        ["aws_lb_listener_rule"] = "listener_arn",
        ["aws_lb_listener_certificate"] = "listener_arn",
        ["aws_lb_target_group_attachment"] = "target_group_arn",
        ["aws_wafv2_web_acl_association"] = "resource_arn",
        ["aws_wafregional_web_acl_association"] = "resource_arn",
        ["aws_security_group_rule"] = "security_group_id",
        ["aws_vpc_security_group_ingress_rule"] = "security_group_id",
        ["aws_vpc_security_group_egress_rule"] = "security_group_id",
        ["aws_lambda_permission"] = "function_name",
    };

    private readonly PlanModel _model;
    private readonly Dictionary<ResourceChange, ResourceChange?> _direct = [];

    internal Cascades(PlanModel model) => _model = model;

    /// <summary>The root that a change follows, past what it follows directly; null for a root and for what follows nothing.</summary>
    internal ResourceChange? RootOf(ResourceChange change)
    {
        var root = DirectRootOf(change);
        for (var depth = 0; depth < DeepestCascade && root is not null && DirectRootOf(root) is { } next && next != change; depth++)
        {
            root = next;
        }
        return root;
    }

    private ResourceChange? DirectRootOf(ResourceChange change)
    {
        if (!_direct.TryGetValue(change, out var root))
        {
            _direct[change] = root = Find(change);
        }
        return root;
    }

    private ResourceChange? Find(ResourceChange change) =>
        change.Replaces ? FindForReplacement(change)
        : change.Deletes == Answer.Yes ? FindForDeletion(change)
        : change.Updates ? FindForUpdate(change)
        : null;

    private ResourceChange? FindForReplacement(ResourceChange change) =>
        change.ReplacePaths.Count > 0 && change.ReplacePaths.All(path => _model.Follows(change, path)) ? _model.RootOf(change, change.ReplacePaths[0]) : null;

    private ResourceChange? FindForDeletion(ResourceChange change) =>
        Parents.TryGetValue(change.Type, out var attribute) && _model.RootOf(change, attribute) is { } parent && parent.Type != change.Type ? parent : null;

    private ResourceChange? FindForUpdate(ResourceChange change)
    {
        var paths = change.Differences.Where(path => !Noise.IsTag(path)).ToList();
        return paths.TrueForAll(path => change.After.At(path).HasUnknown) ? paths.Select(path => _model.RootOf(change, path)).FirstOrDefault(root => root is not null) : null;
    }
}
