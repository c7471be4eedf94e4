using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>What holds of single records.</summary>
internal static class RecordRules
{
    private static readonly NumberBetween Ttl = new(0, int.MaxValue, "seconds");
    private static readonly TextMatching Continent = new("^(AF|AN|AS|EU|NA|OC|SA)$", 2, "AF, AN, AS, EU, NA, OC or SA");
    private static readonly TextMatching Country = new(@"^([A-Z]{2}|\*)$", 2, "two capital letters, or * for every other place");
    private static readonly TextMatching Subdivision = new("^[A-Z0-9]{1,3}$", 3, "one to three capital letters or digits");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("DNS153", "A record is an alias, or has a type, values and a time to live from 0 to 2,147,483,647 seconds.", "ChangeResourceRecordSets rejects it.", "Route 53 ResourceRecordSet.AliasTarget, ResourceRecords, TTL")
            .For<DnsRecordProps>(CheckKind)
            .Bounding((DnsRecordProps record) => record.TtlSeconds, Ttl),
        Rule.Error("DNS155", "A record's weight is 0 to 255.", "ChangeResourceRecordSets rejects it.", "Route 53 ResourceRecordSet.Weight")
            .Requires((DnsRecordProps record) => record.Routing?.Weight, new NumberBetween(0, 255)),
        Rule.Error("DNS159", "A record's name is a domain name; an asterisk is its whole first label. The values of A and AAAA records are addresses.", "ChangeResourceRecordSets rejects it, or takes an asterisk elsewhere as an ordinary character.", "Route 53 ResourceRecordSet.Name; DNS domain name format")
            .ForAll(CheckNamesAndAddresses),
        Rule.Error("DNS202", "A record's name is its zone's or below it, and written out.", "The provider appends the zone's name to any other, and the record has a name that nobody asks for.", "aws_route53_record, name")
            .ForAll(CheckZones),
        Rule.Error("DNS203", "Values have the form of their type: a CNAME record has one, an MX value a preference and a name, an SRV value three numbers and a name, a CAA value a flag, a tag and a text in quotes, a text at most 255 characters.", "ChangeResourceRecordSets rejects them.", "Route 53, supported DNS record types")
            .For<DnsRecordProps>((record, report) => RecordValues.Check(record, report)),
        Rule.Error("DNS208", "The target of an alias is a load balancer, or a DNS name with the id of its hosted zone.", "ChangeResourceRecordSets needs the name and the zone.", "Route 53 AliasTarget")
            .ForAll(CheckTargets),
        Rule.Error("DNS209", "A geolocation is a continent or a country by its letters; a subdivision is one of the US or UA.", "ChangeResourceRecordSets rejects it.", "Route 53 GeoLocation")
            .For<DnsRecordProps>((record, report) => CheckPlace(record.Routing?.Geolocation, report))
            .Bounding((DnsRecordProps record) => record.Routing?.Geolocation?.Continent, Continent)
            .Bounding((DnsRecordProps record) => record.Routing?.Geolocation?.Country, Country)
            .Bounding((DnsRecordProps record) => record.Routing?.Geolocation?.Subdivision, Subdivision),
    ];

    private static void CheckKind(DnsRecordProps record, Report report)
    {
        if (record.Alias is not null && record.HasValues)
        {
            report.Add("", "is an alias and has values", null, "one of alias and values", "remove one of the two");
        }
        else if (record.Alias is null && !record.HasValues)
        {
            report.Add("", "has neither an alias nor values", null, "one of alias and values", "add one");
        }
        else if (record.Alias is null && record.Type is null)
        {
            report.Add("type", "is missing", null, "the type of the values", "add type: …");
        }
        if (record.Alias is not null && record.TtlSeconds is not null)
        {
            report.Add("ttlSeconds", "is for values only", $"{record.TtlSeconds}", "nothing beside an alias", "remove it: an alias has that of its target");
        }
        else if (record.TtlSeconds.IsLiteral(out var ttl) && !Ttl.Accepts(ttl))
        {
            report.Add("ttlSeconds", "is out of range", $"{ttl}", "0 to 2,147,483,647 seconds", "use a number that is allowed");
        }
    }

    private static void CheckNamesAndAddresses(Model model, Report report)
    {
        foreach (var (declaration, name, _) in Named(model))
        {
            if (name.TryGetLiteral(out var text) && DomainName.Mistake(text, isCertificates: false, mayBeWildcard: true) is var (what, fix))
            {
                report.At(declaration).Add("name", what, Quoted.Of(text), "a domain name such as www.example.com or *.example.com", fix);
            }
        }
        foreach (var record in model.Of<DnsRecordProps>())
        {
            RecordValues.CheckAddresses(record.Props, report.At(record));
        }
    }

    private static void CheckZones(Model model, Report report)
    {
        foreach (var (declaration, name, zone) in Named(model))
        {
            if (name.TryGetLiteral(out var text) && zone.Name.IsLiteral(out var zoneName) && zoneName.Length > 0 && !DomainName.IsIn(text, zoneName))
            {
                report.At(declaration).Add("name", "is not in its zone", $"{Quoted.Of(text)} in {zoneName}", $"{zoneName} or a name that ends with .{zoneName}", text.Contains('.') ? "name another zone, or correct the name" : $"write {text}.{zoneName}");
            }
        }
    }

    private static IEnumerable<(Declaration Declaration, Value<string> Name, IHostedZone Zone)> Named(Model model) =>
        model.Of<DnsRecordProps>().Select(record => ((Declaration)record, record.Props.Name, record.Props.Zone))
            .Concat(model.Of<WeightedMigrationProps>().Select(migration => ((Declaration)migration, migration.Props.Name, migration.Props.Zone)));

    private static void CheckTargets(Model model, Report report)
    {
        foreach (var record in model.Of<DnsRecordProps>())
        {
            Check("alias", record.Props.Alias, report.At(record));
        }
        foreach (var migration in model.Of<WeightedMigrationProps>())
        {
            Check("old", migration.Props.Old.AsAlias(), report.At(migration));
            Check("new", migration.Props.New.AsAlias(), report.At(migration));
        }

        static void Check(string property, AliasProps? alias, Report report)
        {
            const string Allowed = "either loadBalancer, or dnsName and zoneId";
            if (alias is null)
            {
                return;
            }
            var keys = new[] { ("loadBalancer", alias.LoadBalancer is not null), ("dnsName", alias.DnsName is not null), ("zoneId", alias.ZoneId is not null) }.Where(key => key.Item2).Select(key => key.Item1).ToList();
            if (keys is [] or ["dnsName"] or ["zoneId"])
            {
                report.Add(property, keys.Count == 0 ? "has no target" : "has half a target", keys.Count == 0 ? null : $"{keys[0]} alone", Allowed, keys is ["dnsName"] ? "add zoneId, the hosted zone of that DNS name" : keys is ["zoneId"] ? "add dnsName" : "name the load balancer");
            }
            else if (keys.Count > 1 && keys[0] == "loadBalancer")
            {
                report.Add(property, "has two targets", string.Join(" and ", keys), Allowed, "remove one of the two");
            }
            else if (alias.LoadBalancer is { } balancer && (balancer.DnsName is null || balancer.ZoneId is null))
            {
                report.Add($"{property}.loadBalancer", "has no known DNS name and zone", $"{balancer}", "a load balancer whose dnsName and zoneId are given", "add them where the load balancer is declared, or give dnsName and zoneId here");
            }
            else if (alias.ZoneId.IsLiteral(out var zone) && !HostedZoneRules.Id.Accepts(zone))
            {
                report.Add($"{property}.zoneId", HostedZoneRules.Id.Violation, Quoted.Of(zone), HostedZoneRules.Id.Allowed, "copy the id of the hosted zone that the DNS name is in");
            }
        }
    }

    private static void CheckPlace(GeolocationProps? place, Report report)
    {
        if (place is null)
        {
            return;
        }
        const string Property = "routing.geolocation";
        if (place.Continent is null == place.Country is null)
        {
            report.Add(Property, place.Country is null ? "names no place" : "names a continent and a country", place.Country is null ? null : $"{place.Continent} and {place.Country}", "exactly one of continent and country", place.Country is null ? "add one" : "remove one of the two");
        }
        Check("continent", place.Continent, Continent);
        Check("country", place.Country, Country);
        Check("subdivision", place.Subdivision, Subdivision);
        if (place.Subdivision is not null && place.Country?.MayBe("US", "UA") != true)
        {
            report.Add($"{Property}.subdivision", "needs a country that Route 53 divides", $"{place.Subdivision}{(place.Country is null ? "" : $" of {place.Country}")}", "a subdivision of US or UA", "set country to US or UA, or remove it");
        }

        void Check(string property, Value<string>? value, TextMatching constraint)
        {
            if (value.IsLiteral(out var text) && !constraint.Accepts(text))
            {
                report.Add($"{Property}.{property}", constraint.Violation, Quoted.Of(text), constraint.Allowed, "use a code that is allowed");
            }
        }
    }
}
