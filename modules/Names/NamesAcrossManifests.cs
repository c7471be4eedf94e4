using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.Names;

/// <summary>Finds names that two manifests give to two things, where AWS has room for one.</summary>
public static class NamesAcrossManifests
{
    /// <summary>The manifests, each with what it has in common with those before it. Manifests of one stack are not compared: they are the same thing.</summary>
    /// <param name="manifests">Manifests that may go to one account.</param>
    public static IReadOnlyList<ManifestResult> Check(IReadOnlyList<ManifestResult> manifests)
    {
        var taken = new Dictionary<(AwsName Kind, string Name, string? Whole), List<Taken>>();
        var results = new List<ManifestResult>();
        foreach (var manifest in manifests)
        {
            var findings = new List<Finding>();
            var told = new HashSet<(Declaration Owner, string Property)>();
            foreach (var name in manifest.Props is null || manifests.Count == 1 ? [] : ResourceNames.Of(manifest.Model).Where(IsComparable))
            {
                var key = (name.Kind, name.Compared, name.Whole?.ToString());
                if (!taken.TryGetValue(key, out var others))
                {
                    taken[key] = others = [];
                }
                if (others.Find(other => Meet(name.Kind, manifest, other.Manifest)) is { } first && told.Add((name.Owner, name.Property)))
                {
                    findings.Add(FindingOf(name, manifest, first));
                }
                others.Add(new(manifest, name));
            }
            results.Add(findings.Count == 0 ? manifest : manifest with { Findings = [.. manifest.Findings, .. findings.Select(manifest.Secrets.Hide)] });
        }
        return results;
    }

    /// <summary>What belongs to something that only one manifest makes cannot meet what another has.</summary>
    private static bool IsComparable(NamedResource name) => name.Kind != AwsNames.Family && (name.Whole is { IsLiteral: true } || (name.Whole is null && name.Kind.Scope is not (NameScope.Whole or NameScope.WholeAndAccount)));

    private static bool Meet(AwsName kind, ManifestResult one, ManifestResult other)
    {
        var (mine, others) = (one.Props!, other.Props!);
        var isOneAccount = mine.AccountId is null || others.AccountId is null || mine.AccountId == others.AccountId;
        return one != other && !one.StackNames.Intersect(other.StackNames).Any() && kind.Scope switch
        {
            NameScope.Partition => PartitionOf(mine) == PartitionOf(others),
            NameScope.Account or NameScope.WholeAndAccount => isOneAccount,
            NameScope.Region => isOneAccount && mine.Region == others.Region,
            _ => true,
        };
    }

    /// <summary>China and the regions of the government of the United States are apart from all others.</summary>
    private static string PartitionOf(ManifestProps manifest) =>
        Array.Find(["cn-", "us-gov-"], beginning => manifest.Region.ToString().StartsWith(beginning, StringComparison.Ordinal)) ?? "";

    private static Finding FindingOf(NamedResource name, ManifestResult manifest, Taken first)
    {
        var (mine, other) = (name.Owner.WrittenAt(name.Property), first.Name.Owner.WrittenAt(first.Name.Property));
        var fix = name.Property.Length == 0 ? $"set {name.Kind.Key ?? "another app or environment"}" : "choose another, for example with the environment in it";
        var isAccountOpen = name.Kind.Scope is not (NameScope.Partition or NameScope.Whole) && (manifest.Props!.AccountId is null || first.Manifest.Props!.AccountId is null);
        return new Finding(
            RuleCatalogue.Get(NameRules.Unique),
            mine,
            $"has the name of {other} in {first.Manifest.LocationOf(other)}{(first.Manifest.Environment is { } environment ? $" in {environment}" : "")} too, for {name.Kind.Noun}",
            Quoted.Of(name.Text),
            NameRules.Allowed(name),
            isAccountOpen ? $"{fix}; or say accountId in both manifests, if they go to two accounts" : fix)
        {
            Location = manifest.LocationOf(mine),
            Environment = manifest.Environment,
        };
    }

    private sealed record Taken(ManifestResult Manifest, NamedResource Name);
}
