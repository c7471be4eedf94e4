using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>What holds of records with one name.</summary>
internal static class RecordGroupRules
{
    private const int AliasTtlSeconds = 60;
    private const string Weighted = "weight";
    private static readonly TextMatching SetIdentifier = new("^[\\s\\S]+$", 128, "1 to 128 characters");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("DNS154", "A set identifier has 1 to 128 characters, and the records with one name and type have different ones.", "ChangeResourceRecordSets rejects it, or overwrites the first record with the second.", "Route 53 ResourceRecordSet.SetIdentifier")
            .ForAll(CheckSetIdentifiers),
        Rule.Error("DNS156", "A record has one routing policy; the records with one name and type share its kind, weighted ones the time to live too; without one there is a single record.", "ChangeResourceRecordSets rejects it.", "Route 53 ResourceRecordSet.Weight, Failover, Region, GeoLocation, MultiValueAnswer; TTL, of weighted records alone")
            .ForAll(CheckPolicies),
        Rule.Warning("DNS271", "Weighted values beside an alias of a load balancer have its time to live, 60 seconds.", "Resolvers keep the values longer than the alias, and clients are not divided by the weights.", "Route 53 ResourceRecordSet.TTL, recommendation for weighted aliases of load balancers")
            .ForAll(CheckTtlBesideAlias),
        Rule.Error("DNS157", "A multivalue answer is no alias; a CNAME record is not at the zone's own name and has no other record beside it; an AAAA alias has a dualstack load balancer.", "ChangeResourceRecordSets rejects the first three; the last one answers with nothing.", "Route 53 ResourceRecordSet.MultiValueAnswer; Route 53, CNAME record type")
            .ForAll(CheckKinds),
        Rule.Warning("DNS158", "A primary record has a health check or evaluates its target; geolocation records have one for every other place.", "Without the first, traffic never fails over; without the second, clients whose place is not known get no answer.", "Route 53, values specific for failover and geolocation records")
            .ForAll(CheckFallbacks),
        Rule.Warning("DNS200", "Of the weights of one name and type, one is above 0.", "With all of them 0, every record is given with equal probability.", "Route 53 ResourceRecordSet.Weight")
            .ForAll(CheckWeights),
        Rule.Error("DNS201", "Of the records with one name and type, each latency region, each place and each failover role has one.", "ChangeResourceRecordSets rejects the second.", "Route 53 ResourceRecordSet.Region, GeoLocation, Failover")
            .ForAll(CheckRoles),
    ];

    private static void CheckSetIdentifiers(Model model, Report report)
    {
        foreach (var declaration in model.Of<DnsRecordProps>())
        {
            if (declaration.Props.Routing?.SetIdentifier is { } given && given.TryGetLiteral(out var text) && !SetIdentifier.Accepts(text))
            {
                report.At(declaration).Add("routing.setIdentifier", SetIdentifier.Violation, Quoted.Of(text), SetIdentifier.Allowed, "choose another, or remove it to get the record's own name");
            }
        }
        ForEachPair(model, record => record.SetIdentifier is { IsLiteral: true } identifier ? identifier : null, (first, second) => report.At(second.Owner).Add(
            IsRecord(second) ? "routing.setIdentifier" : "",
            $"is the set identifier of {first.Owner.WrittenAt()} too",
            $"{Quoted.Of(second.SetIdentifier!.ToString())} for {second.Described}",
            "one of its own among the records with that name and type",
            "choose another"));
    }

    private static void CheckPolicies(Model model, Report report)
    {
        foreach (var declaration in model.Of<DnsRecordProps>().Where(declaration => declaration.Props.Routing is not null))
        {
            var policies = declaration.Props.Routing!.Policies;
            if (policies.Count != 1)
            {
                report.At(declaration).Add("routing", policies.Count == 0 ? "has no policy" : "has several policies", policies.Count == 0 ? null : string.Join(" and ", policies), "exactly one of weight, failover, latencyRegion, geolocation and multivalueAnswer", policies.Count == 0 ? "add one, or remove routing" : "keep one");
            }
        }
        var told = new HashSet<Declaration>();
        foreach (var group in RecordSet.ByNameAndType(model))
        {
            // The first of them is taken as what was meant.
            var first = group[0];
            foreach (var record in group.Skip(1).Where(record => told.Add(record.Owner)))
            {
                CheckSame(first, record, report);
            }
            CheckTtl(group, report);
        }
    }

    private static void CheckSame(RecordSet first, RecordSet record, Report report)
    {
        if (first.Routing is null || record.Routing is null)
        {
            var (what, fix) = (first.Routing, record.Routing) switch
            {
                (null, null) => ("has the name and type of another record", "merge their values, or give both a routing policy"),
                (null, _) => ("has a routing policy beside a record without one", "give both a routing policy of one kind, or remove one of the two"),
                _ => ("has no routing policy beside a record with one", "give both a routing policy of one kind, or remove one of the two"),
            };
            report.At(record.Owner).Add("", what, $"{record.Described}, as {first.Owner.WrittenAt()}", "one record for each name and type, or several with a routing policy", fix);
        }
        else if (first.Policy is { } policy && record.Policy is { } other && policy != other)
        {
            report.At(record.Owner).Add(IsRecord(record) ? "routing" : "", "differs from the policy of another record with its name and type", $"{other} for {record.Described} beside {policy} of {first.Owner.WrittenAt()}", "one kind of policy for one name and type", $"use {policy} here, or {other} there");
        }
    }

    private static void CheckTtl(IReadOnlyList<RecordSet> group, Report report)
    {
        var values = WeightedValues(group);
        foreach (var record in values.Where(record => record.TtlSeconds != values[0].TtlSeconds))
        {
            report.At(record.Owner).Add(
                "ttlSeconds",
                "differs from that of another weighted record with its name and type",
                $"{record.TtlSeconds} for {record.Described} beside {values[0].TtlSeconds} of {values[0].Owner.WrittenAt()}",
                "one time to live for the weighted records of one name and type",
                $"set it to {values[0].TtlSeconds}");
        }
    }

    private static void CheckTtlBesideAlias(Model model, Report report)
    {
        foreach (var group in RecordSet.ByNameAndType(model))
        {
            var balancer = group.FirstOrDefault(record => record is { Policy: Weighted, Alias.LoadBalancer: not null });
            foreach (var record in WeightedValues(group).Where(record => balancer is not null && !record.TtlSeconds!.Is(AliasTtlSeconds)))
            {
                report.At(record.Owner).Add(
                    "ttlSeconds",
                    "is not that of the load balancer's alias with its name and type",
                    $"{record.TtlSeconds} for {record.Described} beside {AliasTtlSeconds} of {balancer!.Owner.WrittenAt()}",
                    $"{AliasTtlSeconds} seconds",
                    $"set it to {AliasTtlSeconds}");
            }
        }
    }

    private static List<RecordSet> WeightedValues(IReadOnlyList<RecordSet> group) => [.. group.Where(record => record is { Policy: Weighted, TtlSeconds.IsLiteral: true })];

    private static void CheckKinds(Model model, Report report)
    {
        foreach (var declaration in model.Of<DnsRecordProps>())
        {
            var record = declaration.Props;
            if (record.Routing?.MultivalueAnswer.Is(true) == true && record.Alias is not null)
            {
                report.At(declaration).Add("routing.multivalueAnswer", "is for values only", "an alias", "values", "use another policy, or give the addresses as values");
            }
            if (record.Type.IsLiteral(out var type) && type == DnsRecordType.Cname && record.Name.TryGetLiteral(out var name) && record.Zone.Name.IsLiteral(out var zone) && DomainName.Normal(name) == DomainName.Normal(zone))
            {
                report.At(declaration).Add("type", "is CNAME at the zone's own name", $"CNAME {name}", "A, AAAA, or another type there", "use an alias, or a name below the zone's");
            }
            CheckIpv6("alias", record.Alias, record.Type, report.At(declaration));
        }
        foreach (var migration in model.Of<WeightedMigrationProps>())
        {
            CheckIpv6("old", migration.Props.Old.AsAlias(), null, report.At(migration));
            CheckIpv6("new", migration.Props.New.AsAlias(), null, report.At(migration));
        }
        foreach (var group in RecordSet.ByName(model))
        {
            var other = group.FirstOrDefault(record => !record.Type.Is(DnsRecordType.Cname));
            foreach (var declaration in group.Where(record => other is not null && record.Type.Is(DnsRecordType.Cname)).Select(record => record.Owner))
            {
                report.At(declaration).Add("type", "is CNAME beside another record with the same name", $"{other!.Described} of {other.Owner.WrittenAt()}", "a CNAME record alone", "use an alias, or another name");
            }
        }
    }

    private static void CheckIpv6(string property, AliasProps? alias, Value<DnsRecordType>? type, Report report)
    {
        if (alias?.LoadBalancer?.IpAddressType?.Is(IpAddressType.Ipv4) == true && (alias.Ipv6 == true || type?.Is(DnsRecordType.Aaaa) == true))
        {
            report.Add(alias.Ipv6 == true ? $"{property}.ipv6" : "type", "asks for IPv6, which the load balancer does not have", $"{alias.Described} with ipv4", "a load balancer with dualstack", "set the load balancer's ipAddressType to dualstack, or remove this");
        }
    }

    private static void CheckFallbacks(Model model, Report report)
    {
        foreach (var declaration in model.Of<DnsRecordProps>().Where(declaration => declaration.Props.Routing?.Failover?.Is(FailoverRole.Primary) == true))
        {
            var record = declaration.Props;
            if (record.HealthCheck is null && (record.Alias is null || record.Alias.IsCloudFront || record.Alias.EvaluateTargetHealth?.Is(false) == true))
            {
                report.At(declaration).Add("routing.failover", "never fails over", "PRIMARY without a health check", record.Alias is null ? "a health check" : "a health check, or an alias that evaluates its target", record.Alias is null ? "add healthCheck" : "add healthCheck, or remove alias.evaluateTargetHealth");
            }
        }
        foreach (var group in RecordSet.ByNameAndType(model).Where(group => group.All(record => record.Policy == "geolocation")))
        {
            if (group.All(record => record.Routing!.Geolocation!.Place() is not (null or "every other place")))
            {
                report.At(group[0].Owner).Add("routing.geolocation", "leaves clients from other places without an answer", $"{group[0].Described} for {string.Join(", ", group.Select(record => record.Routing!.Geolocation!.Place()))}", "a record with country \"*\" too", "add one for every other place");
            }
        }
    }

    private static void CheckWeights(Model model, Report report)
    {
        var told = new HashSet<Declaration>();
        foreach (var group in RecordSet.ByNameAndType(model).Where(group => group.All(record => record.Routing?.Weight?.Is(0) == true) && told.Add(group[0].Owner)))
        {
            report.At(group[0].Owner).Add("routing.weight", "is 0, as are all others of its name and type", group[0].Described, "one weight above 0", "set the weight of the record that should be given");
        }
    }

    private static void CheckRoles(Model model, Report report)
    {
        Check("latencyRegion", "the latency region", routing => routing.LatencyRegion is { IsLiteral: true } region ? region.ToString() : null);
        Check("geolocation", "the place", routing => routing.Geolocation?.Place());
        Check("failover", "the failover role", routing => routing.Failover is { IsLiteral: true } role ? role.ToString() : null);

        void Check(string property, string role, Func<RoutingProps, string?> value) => ForEachPair(
            model,
            record => record.Routing is null ? null : value(record.Routing),
            (first, second) => report.At(second.Owner).Add($"routing.{property}", $"is {role} of {first.Owner.WrittenAt()} too", $"{value(second.Routing!)} for {second.Described}", "each of them once for one name and type", "choose another, or remove one of the two records"));
    }

    /// <summary>Tells the first and every other record of one name and type that are alike in something; each declaration once.</summary>
    private static void ForEachPair(Model model, Func<RecordSet, object?> alike, Action<RecordSet, RecordSet> tell)
    {
        var told = new HashSet<Declaration>();
        foreach (var group in RecordSet.ByNameAndType(model))
        {
            var owners = new Dictionary<object, RecordSet>();
            foreach (var record in group)
            {
                if (alike(record) is { } value && !owners.TryAdd(value, record) && told.Add(record.Owner))
                {
                    tell(owners[value], record);
                }
            }
        }
    }

    private static bool IsRecord(RecordSet record) => record.Owner is Declaration<DnsRecordProps>;
}
