using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Dns;

/// <summary>The names in Terraform of all records, of which one declaration may make several.</summary>
internal static class RecordAddresses
{
    /// <summary>Finds names that two declarations would share, but for records of one name, which ID181 has.</summary>
    internal static void Check(Model model, Report report)
    {
        var owners = new Dictionary<string, Declaration>();
        foreach (var (declaration, logicalId) in Of(model))
        {
            if (!owners.TryAdd(logicalId, declaration) && owners[logicalId] is var owner && !(owner.Props.GetType() == declaration.Props.GetType() && owner.LogicalId == declaration.LogicalId))
            {
                report.At(declaration).Add("", "makes a record that gets the name of another in Terraform", $"aws_route53_record.{logicalId}, as {owner.WrittenAt()}", "names that differ", "rename one of the two");
            }
        }
    }

    private static IEnumerable<(Declaration Declaration, string LogicalId)> Of(Model model) =>
        from maker in model.With<IMakesRecords>()
        from suffix in maker.Props.RecordSuffixes
        select (maker.Declaration, suffix is null ? maker.Declaration.LogicalId : $"{maker.Declaration.LogicalId}_{suffix}");
}
