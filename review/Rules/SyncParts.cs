using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>
/// The parts of what keeps a Network Load Balancer's targets in step: functions whose role may register targets, and what starts them.
/// </summary>
internal sealed class SyncParts
{
    /// <summary>What the function needs of the load balancer's API.</summary>
    internal static readonly IReadOnlyList<string> Actions = ["RegisterTargets", "DeregisterTargets"];

    private static readonly string[] PolicyTypes = ["aws_iam_role_policy", "aws_iam_policy"];
    private readonly PlanModel _model;
    private readonly HashSet<string> _roles;
    private readonly HashSet<ResourceChange> _newRoles;

    internal SyncParts(PlanModel model)
    {
        _model = model;
        Policies = [.. model.Of(PolicyTypes).Where(policy => Actions.Any(action => Allows(Side(policy)["policy"].Text, action)))];
        var attached = model.Of("aws_iam_role_policy_attachment").Where(item => Policies.Any(policy => Side(policy)["arn"].Text is { } arn && arn == Side(item)["policy_arn"].Text)).ToList();
        _roles = [.. Policies.Concat(attached).Select(policy => Side(policy)["role"].Text).OfType<string>()];
        _newRoles = [.. Policies.Concat(attached).SelectMany(policy => model.Linked(policy, "role", "aws_iam_role"))];
        Functions = [.. model.Of("aws_lambda_function").Where(IsSync)];
    }

    /// <summary>The policies that allow to register or to deregister.</summary>
    internal IReadOnlyList<ResourceChange> Policies { get; }

    /// <summary>The functions.</summary>
    internal IReadOnlyList<ResourceChange> Functions { get; }

    /// <summary>Targets of event rules that start a function.</summary>
    internal IEnumerable<ResourceChange> Targets => _model.Of("aws_cloudwatch_event_target").Where(target => IsFunction(target.Before["arn"].Text));

    /// <summary>Event rules that start a function.</summary>
    internal IEnumerable<ResourceChange> EventRules
    {
        get
        {
            var names = Targets.Select(target => target.Before["rule"].Text).OfType<string>().ToHashSet(StringComparer.Ordinal);
            return _model.Of("aws_cloudwatch_event_rule").Where(rule => rule.Before["name"].Text is { } name && names.Contains(name));
        }
    }

    /// <summary>Schedules that start a function.</summary>
    internal IEnumerable<ResourceChange> Schedules => _model.Of("aws_scheduler_schedule").Where(schedule => IsFunction(schedule.Before["target"]["arn"].Text));

    /// <summary>Permissions to start a function.</summary>
    internal IEnumerable<ResourceChange> Permissions => _model.Of("aws_lambda_permission").Where(permission => IsFunction(permission.Before["function_name"].Text));

    /// <summary>Whether a policy's text allows an action of the load balancer's API, by name or by a pattern. A denial is not looked for.</summary>
    internal static bool Allows(string? policy, string action)
    {
        if (policy is null)
        {
            return false;
        }
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(policy);
            return Statements(document.RootElement).Any(statement => JsonText.Of(statement, "Effect") == "Allow" && Strings(JsonText.Member(statement, "Action")).Any(pattern => Matches(pattern, $"elasticloadbalancing:{action}")));
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static IEnumerable<System.Text.Json.JsonElement> Statements(System.Text.Json.JsonElement policy) =>
        JsonText.Member(policy, "Statement") is { ValueKind: System.Text.Json.JsonValueKind.Object } single ? [single] : JsonText.Elements(policy, "Statement");

    private static IEnumerable<string> Strings(System.Text.Json.JsonElement value) => value.ValueKind switch
    {
        System.Text.Json.JsonValueKind.String => [value.GetString()!],
        System.Text.Json.JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == System.Text.Json.JsonValueKind.String).Select(item => item.GetString()!),
        _ => [],
    };

    private static bool Matches(string pattern, string action) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, action);

    /// <summary>What is there; of what is yet to be made, what it will be.</summary>
    private static PlanValue Side(ResourceChange change) => change.Before.IsKnown ? change.Before : change.After;

    private bool IsSync(ResourceChange function) =>
        Side(function)["role"].Text is { } role && (_roles.Contains(role) || _roles.Contains(role[(role.LastIndexOf('/') + 1)..]))
        || _model.Linked(function, "role", "aws_iam_role").Any(_newRoles.Contains);

    private bool IsFunction(string? identity) =>
        identity is not null && Functions.Any(function => identity == function.Before["arn"].Text || identity == function.Before["function_name"].Text || identity.StartsWith($"{function.Before["arn"].Text}:", StringComparison.Ordinal) && function.Before["arn"].IsKnown);
}
