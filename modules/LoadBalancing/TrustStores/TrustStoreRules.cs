using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Names;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of trust stores.</summary>
internal static class TrustStoreRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("LB195", "A trust store's name has 1 to 32 letters, digits and hyphens, and no hyphen at either end; no other has the same.", "CreateTrustStore rejects it.", "elbv2 CreateTrustStoreInput.Name")
            .ForAll(CheckNames),
    ];

    private static void CheckNames(Model model, Report report)
    {
        var owners = new Dictionary<string, string>();
        foreach (var store in ResourceNames.Of(model).Where(store => store.Kind == AwsNames.TrustStore))
        {
            var (property, name) = (store.Property, store.Text);
            var fix = property.Length == 0 ? "set its name, or declare it under another" : "choose another name";
            if (!LoadBalancerName.Constraint.Accepts(name))
            {
                report.At(store.Owner).Add(property, "is not legal as a trust store's name", Quoted.Of(name), LoadBalancerName.Constraint.Allowed, fix);
            }
            else if (!owners.TryAdd(name, store.Owner.Path))
            {
                report.At(store.Owner).Add(property, $"is the name of {owners[name]} too", Quoted.Of(name), "a name of its own", fix);
            }
        }
    }
}
