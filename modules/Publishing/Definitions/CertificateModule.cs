using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>A certificate of ACM with its validation records.</summary>
internal sealed class CertificateModule : ModuleDefinition
{
    /// <summary>The zones of each name without its asterisk.</summary>
    private const string Zones = """
        {
            for name in concat([{ domain_name = var.domain_name, zone_id = var.zone_id }], values(var.subject_alternative_names)) : trimprefix(name.domain_name, "*.") => name.zone_id != null ? name.zone_id : var.zone_id...
          }
        """;

    internal override string Name => "certificate";

    internal override string Purpose => "Makes a public certificate of ACM, validates it by records in Route 53, and gives its ARN once it is issued.";

    internal override void Build(ModuleBuilder module)
    {
        module.AddName("The certificate's tag Name, unless tags have one.", new TextMatching("^.+$", 256, "1 to 256 characters"), "TAG346");
        var props = module.Read<CertificateProps>(new ModuleShape());
        // ACM asks for one record for a name and its wildcard, so the records are keyed by the name without it.
        module.Repeat("aws_route53_record.validation", Expression.Of($"{{ for domain, zones in {Zones} : domain => {{ domain = domain, zone = zones[0] }} }}"));
        var certificate = new Certificate(module.Scope, Symbols.Name, props);
        // The domain name is one of them to ACM; without it none would be left where all are taken out, and the provider keeps what is left out.
        Kernel.Override(certificate.Resource, "subject_alternative_names", "${concat([var.domain_name], values(var.subject_alternative_names)[*].domain_name)}");
        module.Require("zone", "Every domain name has a hosted zone: its own, or the certificate's zone_id (ACM161).", "zone_id", "var.zone_id != null", """{ "zone_id": null }""");
        module.Require("ACM161", "subject_alternative_names", $"alltrue([\n  for zones in {Zones} : length(distinct(zones)) == 1\n])", """{ "domain_name": "example.com", "subject_alternative_names": { "all": { "domain_name": "*.example.com", "zone_id": "Z0123456789ABCDEFGHIK" } } }""");
        module.Require("lower_case", "Domain names are in lower case, as ACM gives them back (ACM160).", "domain_name", "lower(var.domain_name) == var.domain_name", """{ "domain_name": "Example.com" }""");
        module.Require("lower_case_alternatives", "Domain names are in lower case, as ACM gives them back (ACM160).", "subject_alternative_names", "alltrue([\n  for name in var.subject_alternative_names : lower(name.domain_name) == name.domain_name\n])", """{ "subject_alternative_names": { "www": { "domain_name": "WWW.example.com" } } }""");
        module.Require("ACM160", "subject_alternative_names", "length(var.subject_alternative_names) <= 99 && !contains(values(var.subject_alternative_names)[*].domain_name, var.domain_name) && length(distinct(values(var.subject_alternative_names)[*].domain_name)) == length(var.subject_alternative_names)", """{ "domain_name": "example.com", "subject_alternative_names": { "same": { "domain_name": "example.com" } } }""");
        module.Require("ACM160", "domain_name", $"length(var.domain_name) <= 64 && {IsName("var.domain_name")}", """{ "domain_name": "www.*.example.com" }""");
        module.Require("ACM160", "subject_alternative_names", $"alltrue([\n  for name in var.subject_alternative_names : {IsName("name.domain_name")}\n])", """{ "subject_alternative_names": { "www": { "domain_name": "www.example.com." } } }""");
        module.Require("DNS204", "zone_id", $"var.zone_id == null ? true : {HostedZoneRules.Id.Condition(Parser.Expression("var.zone_id"))}", """{ "zone_id": "example.com" }""");
        module.Require("DNS204", "subject_alternative_names", $"alltrue([\n  for name in var.subject_alternative_names : name.zone_id == null ? true : {HostedZoneRules.Id.Condition(Parser.Expression("name.zone_id"))}\n])", """{ "subject_alternative_names": { "www": { "domain_name": "www.example.com", "zone_id": "example.com" } } }""");
        module.AddOutput("arn", certificate.Arn, "The certificate's ARN, known once ACM has issued it.");
        module.AddOutput("domain_name", Expression.Attribute("aws_acm_certificate", certificate.LogicalId, "domain_name"), "The domain name that it is issued for.");
        module.AddOutputOfEach("validation_record_names", "aws_route53_record.validation", "fqdn", "The names of the validation records, by domain name.");
    }

    private static string IsName(string value) => $"length({value}) <= 253 && can(regex(\"^(\\\\*\\\\.)?([A-Za-z0-9]([A-Za-z0-9-]{{0,61}}[A-Za-z0-9])?\\\\.)*[A-Za-z0-9]([A-Za-z0-9-]{{0,61}}[A-Za-z0-9])?$\", {value}))";
}
