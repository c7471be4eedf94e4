using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.SecurityGroups;

namespace Orchestrator.Modules.Synthesis;

/// <summary>What holds of the names that resources have in Terraform.</summary>
internal static class LogicalIdRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("ID181", "Two resources of one type have different names in Terraform.", "The second would silently take the place of the first.", "Terraform JSON syntax; CDKTF OverrideLogicalId")
            .ForAll(CheckCollisions),
    ];

    private static void CheckCollisions(Model model, Report report)
    {
        var owners = new Dictionary<(Type Kind, bool IsIngress, string LogicalId), Declaration>();
        foreach (var declaration in model.Declarations.Where(declaration => declaration.Name.Length > 0 && !IsOrphan(declaration)))
        {
            var isIngress = declaration is Declaration<SecurityGroupRuleProps> rule && rule.IsIngress();
            var logicalId = LogicalIdOf(declaration);
            if (!owners.TryAdd((declaration.Props.GetType(), isIngress, logicalId), declaration))
            {
                report.At(declaration).Add("", "gets the name of another resource in Terraform", logicalId, $"a name that differs from that of {owners[(declaration.Props.GetType(), isIngress, logicalId)].Path}", "rename one of the two");
            }
        }
    }

    /// <summary>Whether what it is declared in has a mistake of its own, so that its name is not known.</summary>
    private static bool IsOrphan(Declaration declaration) =>
        declaration.Props is ApplicationListenerProps or SecurityGroupRuleProps && declaration.Parent is null or { Props: ManifestProps };

    private static string LogicalIdOf(Declaration declaration) =>
        declaration.Parent is { Name.Length: > 0 } parent and not { Props: ManifestProps } ? $"{LogicalIdOf(parent)}_{declaration.Name}" : declaration.Name;
}
