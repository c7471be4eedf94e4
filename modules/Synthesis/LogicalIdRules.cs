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
        var told = new HashSet<(Declaration, Declaration)>();
        foreach (var declaration in model.Declarations.Where(declaration => declaration.Name.Length > 0 && !IsOrphan(declaration)))
        {
            var isIngress = declaration is Declaration<SecurityGroupRuleProps> rule && rule.IsIngress();
            Claim(declaration.Props.GetType(), isIngress, declaration.LogicalId, declaration);
        }
        // In a stack that is composed in C# the parts are constructs, and have declared themselves.
        foreach (var declaration in model.Declarations.Where(declaration => declaration.Props is IMakesParts && IsInManifest(declaration)))
        {
            foreach (var (kind, logicalId) in ((IMakesParts)declaration.Props).PartsOf(declaration.LogicalId))
            {
                Claim(kind, false, logicalId, declaration);
            }
        }

        void Claim(Type kind, bool isIngress, string logicalId, Declaration declaration)
        {
            if (!owners.TryAdd((kind, isIngress, logicalId), declaration) && told.Add((declaration, owners[(kind, isIngress, logicalId)])))
            {
                report.At(declaration).Add("", "gets the name of another resource in Terraform", logicalId, $"a name that differs from that of {owners[(kind, isIngress, logicalId)].WrittenAt()}", "rename one of the two");
            }
        }
    }

    private static bool IsInManifest(Declaration declaration) => declaration.Parent is { } parent && (parent.Props is ManifestProps || IsInManifest(parent));

    /// <summary>Whether what it is declared in has a mistake of its own, so that its name is not known.</summary>
    private static bool IsOrphan(Declaration declaration) =>
        declaration.Props is ApplicationListenerProps or SecurityGroupRuleProps && declaration.Parent is null or { Props: ManifestProps };
}
