namespace Orchestrator.Modules.Publishing;

/// <summary>What holds of records of Route 53, as validations of the variable <c>records</c>.</summary>
internal static class DnsRecordConditions
{
    private const string Name = "records";
    private const string Label = "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";

    /// <summary>Whether two records answer for one name and type.</summary>
    private const string SameSet = "trimsuffix(lower(other.name), \".\") == trimsuffix(lower(record.name), \".\") && other.zone_id == record.zone_id && coalesce(other.type, \"A\") == coalesce(record.type, \"A\")";

    /// <summary>Adds them.</summary>
    internal static void Add(ModuleBuilder module)
    {
        module.Require("DNS159", Name, OfEach($"length(trimsuffix(record.name, \".\")) <= 253 && {IsName("record.name", "(\\\\*\\\\.)?")}"), One("""{ "name": "www.*.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "values": ["192.0.2.1"] }"""));
        module.Require("DNS159", Name, OfEachValue("contains([\"A\", \"AAAA\"], coalesce(record.type, \"A\")) ? can(cidrhost(coalesce(record.type, \"A\") == \"A\" ? \"${value}/32\" : \"${value}/128\", 0)) && strcontains(value, \":\") == (record.type == \"AAAA\") : true"), OneOf("AAAA", "192.0.2.1"));
        module.Require("DNS203", Name, OfEach("record.type != \"CNAME\" || length(record.values) <= 1"), OneOf("CNAME", "one.example.com", "two.example.com"));
        module.Require("DNS203", Name, OfEachValue($"contains([\"CNAME\", \"NS\", \"PTR\"], coalesce(record.type, \"A\")) ? {IsName("value", "")} : true"), OneOf("CNAME", "two words"));
        module.Require("DNS203", Name, OfEachValue("record.type == \"MX\" ? can(regex(\"^[0-9]{1,5} \\\\S+$\", value)) : record.type == \"SRV\" ? can(regex(\"^[0-9]{1,5} [0-9]{1,5} [0-9]{1,5} \\\\S+$\", value)) : record.type == \"CAA\" ? can(regex(\"^[0-9]{1,3} [A-Za-z0-9]+ \\\".*\\\"$\", value)) : length(value) > 0"), OneOf("MX", "mail.example.com"));
        module.Require("DNS204", Name, OfEach("can(regex(\"^Z[A-Z0-9]{1,31}$\", record.zone_id))"), One("""{ "name": "www.example.com", "zone_id": "example.com", "values": ["192.0.2.1"] }"""));
        module.Require("DNS154", Name, $"alltrue([\n  for key, record in var.{Name} : record.routing == null ? true : length(coalesce(record.routing.set_identifier, key)) <= 128 && length([for name, other in var.{Name} : other if {SameSet} && try(coalesce(other.routing.set_identifier, name), \"\") == coalesce(record.routing.set_identifier, key)]) == 1\n])", Two("""{ "set_identifier": "same", "weight": 1 }""", """{ "set_identifier": "same", "weight": 2 }"""));
        module.Require("DNS156", Name, $"alltrue([\n  for record in var.{Name} : length(distinct([for other in var.{Name} : {Kind("other")} if {SameSet}])) == 1 && (record.routing != null || length([for other in var.{Name} : other if {SameSet}]) == 1)\n])", Two("""{ "weight": 1 }""", """{ "failover": "PRIMARY" }"""));
        module.Require("DNS157", Name, OfEach("record.alias == null || !try(record.routing.multivalue_answer, false)"), One("""{ "name": "www.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "alias": { "dns_name": "web.example.com", "zone_id": "Z0123456789ABCDEFGHIJ" }, "routing": { "multivalue_answer": true } }"""));
        module.Require("DNS157", Name, OfEach($"record.type != \"CNAME\" || length([for other in var.{Name} : other if trimsuffix(lower(other.name), \".\") == trimsuffix(lower(record.name), \".\") && other.type != \"CNAME\" && other.zone_id == record.zone_id]) == 0"), $$"""{ "{{Name}}": { "one": { "name": "www.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "type": "CNAME", "values": ["web.example.com"] }, "two": { "name": "www.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "type": "TXT", "values": ["text"] } } }""");
        foreach (var (policy, values) in new[] { ("failover", """ "failover": "PRIMARY" """), ("latency_region", """ "latency_region": "eu-central-1" """), ("geolocation", """ "geolocation": { "country": "DE" } """) })
        {
            module.Require("DNS201", Name, OfEach($"try(record.routing.{policy}, null) == null ? true : length([for other in var.{Name} : other if {SameSet} && try(other.routing.{policy}, null) == record.routing.{policy}]) == 1"), Two($"{{{values}}}", $"{{{values}}}"));
        }
        module.Require("DNS209", Name, OfEach("try(record.routing.geolocation, null) == null ? true : (record.routing.geolocation.continent == null) != (record.routing.geolocation.country == null) && contains([\"AF\", \"AN\", \"AS\", \"EU\", \"NA\", \"OC\", \"SA\"], coalesce(record.routing.geolocation.continent, \"EU\")) && can(regex(\"^([A-Z]{2}|\\\\*)$\", coalesce(record.routing.geolocation.country, \"DE\"))) && (record.routing.geolocation.subdivision == null ? true : contains([\"US\", \"UA\"], coalesce(record.routing.geolocation.country, \"DE\")) && can(regex(\"^[A-Z0-9]{1,3}$\", record.routing.geolocation.subdivision)))"), Routed("""{ "geolocation": { "country": "Germany" } }"""));
    }

    private static string IsName(string value, string wildcard) => $"can(regex(\"^{wildcard}({Label}\\\\.)*{Label}\\\\.?$\", {value}))";

    private static string Kind(string record) => $"{record}.routing == null ? \"none\" : join(\" \", [for policy in [\"weight\", \"failover\", \"latency_region\", \"geolocation\"] : policy if {record}.routing[policy] != null])";

    private static string OfEach(string condition) => $"alltrue([\n  for record in var.{Name} : {condition}\n])";

    private static string OfEachValue(string condition) => $"alltrue(flatten([\n  for record in var.{Name} : [\n    for value in record.values : {condition}\n  ]\n]))";

    private static string One(string record) => $$"""{ "{{Name}}": { "one": {{record}} } }""";

    private static string OneOf(string type, params IEnumerable<string> values) => One($$"""{ "name": "x.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "type": "{{type}}", "values": [{{string.Join(", ", values.Select(value => $"\"{value}\""))}}] }""");

    private static string Routed(string routing) => One(Record(routing));

    private static string Two(string one, string two) => $$"""{ "{{Name}}": { "one": {{Record(one)}}, "two": {{Record(two)}} } }""";

    private static string Record(string routing) => $$"""{ "name": "www.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "values": ["192.0.2.1"], "routing": {{routing}} }""";
}
