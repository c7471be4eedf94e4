using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>What holds of hosted zones.</summary>
internal static class HostedZoneRules
{
    private const int LongestComment = 256;

    /// <summary>The form of a hosted zone's id.</summary>
    internal static readonly TextMatching Id = new("^Z[A-Z0-9]{1,31}$", 32, "\"Z\" and up to 31 capital letters and digits");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("DNS204", "A hosted zone's name is a domain name, its comment has at most 256 characters, a reusable delegation set is for a public zone; an existing zone's id is \"Z\" with capital letters and digits.", "CreateHostedZone or ChangeResourceRecordSets rejects it.", "Route 53 CreateHostedZoneRequest.Name, HostedZoneConfig.Comment, DelegationSetId")
            .ForAll(Check),
    ];

    private static void Check(Model model, Report report)
    {
        foreach (var zone in model.Of<HostedZoneProps>())
        {
            Check(zone.Props, report.At(zone));
        }
        foreach (var zone in model.Of<ExistingHostedZoneProps>())
        {
            CheckName(zone.Props.DomainName, report.At(zone));
            CheckId("id", zone.Props.Id, report.At(zone));
        }
        foreach (var (declaration, property, zone) in ExistingZones(model))
        {
            CheckId($"{property}.id", zone.Id, report.At(declaration));
        }
    }

    private static void Check(HostedZoneProps zone, Report report)
    {
        CheckName(zone.DomainName, report);
        if (zone.Comment.IsLiteral(out var comment) && comment.Length > LongestComment)
        {
            report.Add("comment", "is too long", $"{comment.Length} characters", $"at most {LongestComment}", "shorten it");
        }
        if (zone.IsPrivate && zone.DelegationSetId is not null)
        {
            report.Add("delegationSetId", "is for a public zone only", $"{zone.DelegationSetId}", "nothing beside vpcs", "remove it, or vpcs");
        }
    }

    private static void CheckName(Value<string> name, Report report)
    {
        if (name.TryGetLiteral(out var text) && DomainName.Mistake(text, isCertificates: false, mayBeWildcard: false) is var (what, fix))
        {
            report.Add("domainName", what, Quoted.Of(text), "a domain name such as example.com", fix);
        }
    }

    private static void CheckId(string property, Value<string> id, Report report)
    {
        if (id.TryGetLiteral(out var text) && !Id.Accepts(text))
        {
            report.Add(property, Id.Violation, Quoted.Of(text), Id.Allowed, "copy the id from the Route 53 console or from its stack's output");
        }
    }

    private static IEnumerable<(Declaration Declaration, string Property, ExistingHostedZone Zone)> ExistingZones(Model model) =>
        from maker in model.With<IMakesRecords>()
        from named in maker.Props.Zones
        where named.Zone is ExistingHostedZone
        select (maker.Declaration, named.Property, (ExistingHostedZone)named.Zone);
}
