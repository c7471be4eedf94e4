using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Names;

/// <summary>What holds of names in AWS, whatever they are names of.</summary>
internal static class NameRules
{
    /// <summary>The rule's id, for what finds two manifests that break it.</summary>
    internal const string Unique = "NAME300";

    /// <summary>Names that a rule of their own compares within a manifest.</summary>
    private static readonly AwsName[] Compared = [AwsNames.LoadBalancer, AwsNames.TargetGroup, AwsNames.TrustStore, AwsNames.SecurityGroup, AwsNames.ListenerPort, AwsNames.RulePriority, AwsNames.Record, AwsNames.ValidationRecord, AwsNames.Family];

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error(Unique, "Two things of one kind have different names in what AWS wants the names to be unique within, also those of manifests that are checked together.", "The apply of the second one fails: the name exists already.", "docs/names.md")
            .ForAll(CheckOneModel),
    ];

    /// <summary>What is allowed instead of a name that is taken.</summary>
    internal static string Allowed(NamedResource name) => $"a name of its own within the {name.Kind.Whole}";

    /// <summary>Names that come from one name in Terraform are told as that (ID181).</summary>
    private static bool IsOneInTerraform(NamedResource one, NamedResource other) => one.Property.Length == 0 && other.Property.Length == 0 && one.Owner.LogicalId == other.Owner.LogicalId;

    private static void CheckOneModel(Model model, Report report)
    {
        var owners = new Dictionary<(AwsName Kind, string Name, string? Whole), NamedResource>();
        var told = new HashSet<(Declaration Owner, string Property)>();
        foreach (var name in ResourceNames.Of(model).Where(name => !Compared.Contains(name.Kind)))
        {
            var key = (name.Kind, name.Compared, name.Whole?.ToString());
            if (!owners.TryAdd(key, name) && owners[key] is var other && !IsOneInTerraform(name, other) && told.Add((name.Owner, name.Property)))
            {
                report.At(name.Owner).Add(name.Property, $"has the name of {other.Owner.WrittenAt(other.Property)} too, for {name.Kind.Noun}", Quoted.Of(name.Text), Allowed(name), name.Property.Length == 0 ? "declare it under another name, or set one" : "choose another name, or remove it to get one of the stack's and its own");
            }
        }
    }
}
