using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Dns;

namespace Orchestrator.Modules.Publishing;

/// <summary>What holds of records of Route 53, as validations of the variable <c>records</c>.</summary>
internal static class DnsRecordConditions
{
    private const string Name = "records";
    private const string Label = "[!-)+,/-~]([!-)+,/-~-]{0,61}[!-)+,/-~])?";

    /// <summary>Whether two records answer for one name and type.</summary>
    private const string SameSet = "trimsuffix(lower(other.name), \".\") == trimsuffix(lower(record.name), \".\") && other.zone_id == record.zone_id && coalesce(other.type, \"A\") == coalesce(record.type, \"A\")";

    /// <summary>Adds them.</summary>
    internal static void Add(ModuleBuilder module)
    {
        module.Require("DNS159", Name, OfEach(IsName("record.name", "(\\\\*\\\\.)?")), One("""{ "name": "www.*.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "values": ["192.0.2.1"] }"""));
        module.Require("DNS159", Name, OfEachValue("coalesce(record.type, \"A\") == \"A\" ? !strcontains(value, \":\") && try(cidrhost(\"${value}/32\", 0) == value, false) : true"), OneOf("A", "2001:db8::1"));
        RequireForm(module, "AAAA", "DNS159", "can(cidrhost(\"${value}/128\", 0))", "192.0.2.1");
        module.Require("DNS203", Name, OfEach("record.type != \"CNAME\" || length(record.values) <= 1"), OneOf("CNAME", "one.example.com", "two.example.com"));
        module.Require("DNS203", Name, OfEachValue("length(value) > 0"), OneOf("NS", ""));
        module.Require("DNS203", Name, OfEachValue($"contains([\"CNAME\", \"NS\", \"PTR\"], coalesce(record.type, \"A\")) ? {IsName("value", "")} : true"), OneOf("CNAME", "two words"));
        RequireForm(module, "MX", "DNS203", IsNumbered("^([0-9]{1,5}) \\\\S+$", 65535), "65536 mail.example.com");
        RequireForm(module, "SRV", "DNS203", IsNumbered("^([0-9]{1,5}) ([0-9]{1,5}) ([0-9]{1,5}) \\\\S+$", 65535), "10 5 65536 app.example.com");
        RequireForm(module, "CAA", "DNS203", IsNumbered("^([0-9]{1,3}) [A-Za-z0-9]+ \\\".*\\\"$", 255), "256 issue \\\"amazon.com\\\"");
        module.Require("DNS203", Name, OfEachValue("contains([\"TXT\", \"SPF\"], coalesce(record.type, \"A\")) ? alltrue([for text in split(\"\\\"\\\"\", replace(value, \"\\\" \\\"\", \"\\\"\\\"\")) : length(text) <= 255]) : true"), OneOf("TXT", new string('x', 256)));
        module.Require("DNS204", Name, OfEach($"{HostedZoneRules.Id.Condition(Parser.Expression("record.zone_id"))}"), One("""{ "name": "www.example.com", "zone_id": "example.com", "values": ["192.0.2.1"] }"""));
        module.Require("DNS154", Name, $"alltrue([\n  for key, record in var.{Name} : record.routing == null ? true : length([for name, other in var.{Name} : other if {SameSet} && try(coalesce(other.routing.set_identifier, name), \"\") == coalesce(record.routing.set_identifier, key)]) == 1\n])", Two("""{ "set_identifier": "same", "weight": 1 }""", """{ "set_identifier": "same", "weight": 2 }"""));
        module.Require("DNS154", Name, OfEach("alltrue([for identifier in try(record.routing.set_identifier[*], []) : length(identifier) >= 1 && length(identifier) <= 128])"), Routed($$"""{ "weight": 1, "set_identifier": "{{new string('x', 129)}}" }"""));
        module.Require("DNS156", Name, $"alltrue([\n  for record in var.{Name} : length(distinct([for other in var.{Name} : {Kind("other")} if {SameSet}])) == 1 && (record.routing != null || length([for other in var.{Name} : other if {SameSet}]) == 1)\n])", Two("""{ "weight": 1 }""", """{ "failover": "PRIMARY" }"""));
        module.Require("DNS156", Name, OfEach($"length(distinct([for other in var.{Name} : coalesce(other.ttl_seconds, 300) if {SameSet} && other.alias == null && try(other.routing.weight, null) != null])) <= 1"), Two("""{ "weight": 1 }""", """{ "weight": 2 }""", """, "ttl_seconds": 60"""));
        module.Require("DNS157", Name, OfEach("record.alias == null || !try(record.routing.multivalue_answer, false)"), One("""{ "name": "www.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "alias": { "dns_name": "web.example.com", "zone_id": "Z0123456789ABCDEFGHIJ" }, "routing": { "multivalue_answer": true } }"""));
        module.Require("DNS157", Name, OfEach($"record.type != \"CNAME\" || length([for other in var.{Name} : other if trimsuffix(lower(other.name), \".\") == trimsuffix(lower(record.name), \".\") && other.type != \"CNAME\" && other.zone_id == record.zone_id]) == 0"), $$"""{ "{{Name}}": { "one": { "name": "www.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "type": "CNAME", "values": ["web.example.com"] }, "two": { "name": "www.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "type": "TXT", "values": ["text"] } } }""");
        module.Require("DNS353", Name, OfEach("record.alias == null ? true : !contains([\"NS\", \"SOA\"], coalesce(record.type, \"A\")) && (record.alias.zone_id != \"Z2FDTNDATAQYW2\" || !coalesce(record.alias.evaluate_target_health, false))"), One("""{ "name": "www.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "alias": { "dns_name": "d111111abcdef8.cloudfront.net", "zone_id": "Z2FDTNDATAQYW2", "evaluate_target_health": true } }"""));
        module.Require("DNS354", Name, OfEach("length(distinct([for value in record.values : contains([\"MX\", \"NS\", \"SRV\", \"PTR\"], coalesce(record.type, \"A\")) ? lower(trimsuffix(value, \".\")) : value])) == length(record.values)"), OneOf("MX", "10 mail.example.com", "10 mail.example.com."));
        foreach (var (policy, values) in new[] { ("failover", """ "failover": "PRIMARY" """), ("latency_region", """ "latency_region": "eu-central-1" """), ("geolocation", """ "geolocation": { "country": "DE" } """) })
        {
            module.Require("DNS201", Name, OfEach($"try(record.routing.{policy}, null) == null ? true : length([for other in var.{Name} : other if {SameSet} && try(other.routing.{policy}, null) == record.routing.{policy}]) == 1"), Two($"{{{values}}}", $"{{{values}}}"));
        }
        module.Require("DNS209", Name, OfEach("alltrue([for place in try(record.routing.geolocation[*], []) : (place.continent == null) != (place.country == null) && (place.subdivision == null || contains([\"US\", \"UA\"], coalesce(place.country, \"none\")))])"), Routed("""{ "geolocation": { "country": "DE", "subdivision": "BE" } }"""));
    }

    /// <summary>
    /// Adds that a name is in its zone, whose name the provider has asked for anyway: it tells the whole name of a record that is there. To ask before would be two more
    /// requests for each record, of the five that Route 53 allows an account in a second. Route 53 writes the asterisk as \052.
    /// </summary>
    internal static void AddOfZones(ModuleBuilder module) => module.Require("DNS202", new ResourceCondition("aws_route53_record.this", "replace(self.fqdn, \"\\\\052\", \"*\") == lower(trimsuffix(each.value.name, \".\"))")
    {
        IsOfResult = true,
        Got = "${self.fqdn}",
        Answers = """{ "aws_route53_record.this": { "fqdn": "www.example.com.example.org" } }""",
    });

    /// <summary>Adds what holds of the values of one type.</summary>
    private static void RequireForm(ModuleBuilder module, string type, string rule, string condition, string wrong) =>
        module.Require(rule, Name, OfEachValue($"record.type == \"{type}\" ? {condition} : true"), OneOf(type, wrong));

    /// <summary>Whether a value has a form whose groups are numbers, none of them above the highest.</summary>
    private static string IsNumbered(string form, int highest) => $"try(alltrue([for number in regex(\"{form}\", value) : tonumber(number) <= {highest}]), false)";

    private static string IsName(string value, string wildcard) => $"!strcontains({value}, \"://\") && length(trimsuffix({value}, \".\")) <= 253 && can(regex(\"^{wildcard}({Label}\\\\.)*{Label}\\\\.?$\", {value}))";

    private static string Kind(string record) => $"{record}.routing == null ? \"none\" : join(\" \", [for policy in [\"weight\", \"failover\", \"latency_region\", \"geolocation\"] : policy if {record}.routing[policy] != null])";

    private static string OfEach(string condition) => $"alltrue([\n  for record in var.{Name} : {condition}\n])";

    private static string OfEachValue(string condition) => $"alltrue(flatten([\n  for record in var.{Name} : [\n    for value in record.values : {condition}\n  ]\n]))";

    private static string One(string record) => $$"""{ "{{Name}}": { "one": {{record}} } }""";

    private static string OneOf(string type, params IEnumerable<string> values) => One($$"""{ "name": "x.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "type": "{{type}}", "values": [{{string.Join(", ", values.Select(value => $"\"{value}\""))}}] }""");

    private static string Routed(string routing) => One(Record(routing));

    private static string Two(string one, string two, string more = "") => $$"""{ "{{Name}}": { "one": {{Record(one)}}, "two": {{Record(two, more)}} } }""";

    private static string Record(string routing, string more = "") => $$"""{ "name": "www.example.com", "zone_id": "Z0123456789ABCDEFGHIJ", "values": ["192.0.2.1"], "routing": {{routing}}{{more}} }""";
}
