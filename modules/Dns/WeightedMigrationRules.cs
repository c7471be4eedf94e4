using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Dns;

/// <summary>What holds of weighted migrations.</summary>
internal static class WeightedMigrationRules
{
    private static readonly NumberBetween Percent = new(0, 100, "percent");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("DNS206", "The new endpoint's share is 0 to 100 percent, and it is not the old endpoint.", "A share beyond that leaves a negative weight for the old endpoint, which ChangeResourceRecordSets rejects; with one endpoint the number moves nobody.", "Route 53 ResourceRecordSet.Weight")
            .Requires((WeightedMigrationProps migration) => migration.NewPercent, Percent)
            .For<WeightedMigrationProps>(Check),
        Rule.Error("DNS207", "Records of certificates, records and migrations have different names in Terraform.", "The second would silently take the place of the first.", "Terraform JSON syntax; CDKTF OverrideLogicalId")
            .ForAll(RecordAddresses.Check),
    ];

    private static void Check(WeightedMigrationProps migration, Report report)
    {
        if (migration.NewPercent.TryGetLiteral(out var percent) && !Percent.Accepts(percent))
        {
            report.Add("newPercent", Percent.Violation, $"{percent}", Percent.Allowed, "use 0 for the old endpoint alone, 100 for the new one alone");
        }
        var (from, to) = (migration.Old.AsAlias(), migration.New.AsAlias());
        if (from.TargetName is { } name && name == to.TargetName)
        {
            report.Add("new", "is the old endpoint", to.Described, "another endpoint", "name the endpoint to move to");
        }
    }
}
