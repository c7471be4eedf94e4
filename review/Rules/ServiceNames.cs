using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>The names by which others find an ECS service without a load balancer: those of Service Connect and of Cloud Map.</summary>
internal static class ServiceNames
{
    /// <summary>Tells what is given up; whether there is any.</summary>
    internal static bool Check(ResourceChange service, RuleReport report) =>
        Check(service, "service_connect_configuration", Endpoints, "Other services no longer reach it by Service Connect under this name and port.", report)
        | Check(service, "service_registries", Registrations, "New tasks are no longer registered there: the name of Cloud Map leads to those that are left, and then to nobody.", report);

    private static bool Check(ResourceChange service, string block, Func<PlanValue, IEnumerable<string>> names, string consequence, RuleReport report)
    {
        var after = service.After[block];
        var before = names(service.Before[block]).ToList();
        if (before.Count == 0)
        {
            return false;
        }
        if (after.HasUnknown)
        {
            var differs = service.Differs(block);
            if (differs == Answer.Unknown)
            {
                report.CannotTell(service, block, "The names are known only after the apply.");
            }
            return differs == Answer.Unknown;
        }
        var gone = before.Except(names(after), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (gone.Count > 0)
        {
            report.Violates(service, block, string.Join(", ", gone), string.Join(", ", names(after).Order(StringComparer.Ordinal)) is { Length: > 0 } left ? left : "(none)", consequence: consequence, advice: "Move those who ask for it first.");
        }
        return gone.Count > 0;
    }

    private static IEnumerable<string> Endpoints(PlanValue connect) =>
        connect["enabled"].Boolean != true ? [] : connect["service"].Items.SelectMany(endpoint => endpoint["client_alias"].Items
            .Select(alias => $"{alias["dns_name"].NotEmpty ?? $"{endpoint["port_name"].Text} (as the namespace has it)"}:{alias["port"].Text}"));

    private static IEnumerable<string> Registrations(PlanValue registries) => registries.Items.Select(registry => registry["registry_arn"].Text).OfType<string>();
}
