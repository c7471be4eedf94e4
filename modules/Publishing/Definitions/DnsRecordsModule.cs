using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>Records of Route 53.</summary>
internal sealed class DnsRecordsModule : ModuleDefinition
{
    private static readonly ModuleShape Shape = new()
    {
        LeftOut = new HashSet<string> { "alias.loadBalancer" },
        Descriptions = new Dictionary<string, string>
        {
            ["type"] = "The type. A unless set. An alias of what has IPv6 is two records, one of type A and one of type AAAA.",
            ["alias"] = "What it stands for in AWS: a load balancer or anything else with a DNS name in a hosted zone of AWS. Either it, or values.",
            ["routing"] = "How Route 53 chooses between this record and others with its name and type: by exactly one of weight, failover, latency region, geolocation and multivalue answer. There are no others unless set.",
            ["routing.setIdentifier"] = "What tells the record from the others with its name and type, 1 to 128 characters. Its key unless set.",
        },
    };

    internal override string Name => "dns-records";

    internal override string Purpose => "Makes records of Route 53: values or aliases, alone or chosen by weight, failover, latency or geolocation, or several at once.";

    internal override void Build(ModuleBuilder module)
    {
        var (key, record) = module.ReadMap<DnsRecordProps>("records", "The records, by keys of your choice.", Shape);
        new DnsRecord(module.Scope, key, record with { Type = record.Type.Or(DnsRecordType.A), Values = Expression.Of($"{Collection.ItemOf(key)}.alias == null ? {Collection.ItemOf(key)}.values : null") });
        module.Require("DNS208", "records", $"alltrue([\n  for record in var.records : record.alias == null ? true : record.alias.dns_name != null && can(regex(\"{HostedZoneRules.Id.Pattern}\", record.alias.zone_id))\n])", """{ "records": { "www": { "name": "www.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "alias": { "dns_name": "web.example.com" } } } }""");
        module.Require("DNS153", "records", "alltrue([\n  for record in var.records : (record.alias == null) == (length(record.values) > 0) && (record.alias == null || record.ttl_seconds == null)\n])", """{ "records": { "www": { "name": "www.example.com", "zone_id": "Z0123456789ABCDEFGHIJ" } } }""");
        module.Require("policy", "A record that is one of several is chosen by exactly one of weight, failover, latency region, geolocation and multivalue answer (DNS156).", "records", "alltrue([\n  for record in var.records : record.routing == null ? true : length([for policy in [record.routing.weight != null, record.routing.failover != null, record.routing.latency_region != null, record.routing.geolocation != null, record.routing.multivalue_answer] : policy if policy]) == 1\n])", """{ "records": { "www": { "name": "www.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "values": ["192.0.2.1"], "routing": {} } } }""");
        DnsRecordConditions.Add(module);
        DnsRecordConditions.AddOfZones(module);
        module.AddOutputOfEach("names", "aws_route53_record.this", "fqdn", "The records' whole names, by their keys.");
    }
}
