using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Certificates;

/// <summary>What holds of certificates.</summary>
internal static class CertificateRules
{
    private const int LongestCommonName = 64;
    private const int MostNames = 100;
    private const int NamesQuota = 10;
    /// <summary>The ARN of a certificate.</summary>
    internal static readonly TextMatching Arn = new("^arn:aws[a-z-]*:(acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+|iam::[0-9]{12}:server-certificate/.+)$", 2048, "arn:aws:acm:REGION:ACCOUNT:certificate/ID, or the ARN of a server certificate in IAM");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("ACM160", "A certificate has at most 100 domain names, each once and with at most 253 characters, the first one with at most 64; no dot at the end; an asterisk is the whole first label.", "RequestCertificate rejects it.", "ACM RequestCertificateRequest.DomainName, SubjectAlternativeNames")
            .For<CertificateProps>(CheckNames),
        Rule.Error("ACM161", "Every domain name has a public hosted zone that it is in; a name and its wildcard, which share one validation record, have the same zone.", "ACM waits for the record, and the apply times out.", "ACM, DNS validation")
            .For<CertificateProps>(CheckZones),
        Rule.Error("ACM162", "A certificate is in the region of the load balancer that presents it.", "CreateListener rejects it.", "ACM, supported regions")
            .ForAll(CheckRegions),
        Rule.Warning("ACM213", "A certificate has at most 10 domain names.", "The default quota rejects more; it can be raised to 100.", "ACM quotas: domain names per ACM certificate")
            .For<CertificateProps>(CheckQuota),
        Rule.Warning("ACM341", "A public certificate is entered in a transparency log.", "ACM enters it since 12 June 2026 whatever it is told: who reads the logs learns its domain names.", "ACM CertificateOptions.CertificateTransparencyLoggingPreference (npm @aws-sdk/client-acm 3.1169.0)")
            .For<CertificateProps>(CheckTransparency),
        Rule.Error("ACM214", "A certificate that exists already is named by its ARN in ACM or IAM.", "CreateListener rejects any other string.", "elbv2 Certificate.CertificateArn")
            .ForAll(CheckArns),
        Rule.Error("ACM215", "The validation record of a domain name is made by one certificate.", "ACM asks for the same record in all certificates of an account; the second apply stops at the record of the first.", "ACM, DNS validation")
            .ForAll(CheckSharedRecords),
        Rule.Error("ACM210", "The validation of a certificate is waited for at least 1 minute.", "Terraform would give up at once.", "aws_acm_certificate_validation, timeouts")
            .Requires((CertificateProps certificate) => certificate.ValidationTimeoutMinutes, new NumberAtLeast(1, "minutes")),
    ];

    private static void CheckTransparency(CertificateProps certificate, Report report)
    {
        if (certificate.TransparencyLogging.Is(false))
        {
            report.Add("transparencyLogging", "has no effect any more", "false", "true", "remove it, and name nothing in the certificate that is to stay unknown: a wildcard hides what is below it");
        }
    }

    private static void CheckNames(CertificateProps certificate, Report report)
    {
        var owners = new Dictionary<string, string>();
        foreach (var (property, name, _) in certificate.DomainNames())
        {
            if (!name.TryGetLiteral(out var text))
            {
                continue;
            }
            if (DomainName.Mistake(text, isCertificates: true, mayBeWildcard: true) is var (what, fix))
            {
                report.Add(property, what, Quoted.Of(text), "a domain name such as shop.example.com or *.example.com", fix);
            }
            else if (owners.Count == 0 && text.Length > LongestCommonName)
            {
                report.Add(property, "is too long for the first name", $"{Quoted.Of(text)} with {text.Length} characters", $"at most {LongestCommonName}", "put a shorter name first, and this one under subjectAlternativeNames");
            }
            if (!owners.TryAdd(text.ToLowerInvariant(), property))
            {
                report.Add(property, "stands twice", $"{Quoted.Of(text)}, as {owners[text.ToLowerInvariant()]}", "each domain name once", "remove one of the two");
            }
        }
        if (certificate.SubjectAlternativeNames.Count + 1 > MostNames)
        {
            report.Add("subjectAlternativeNames", "are too many", $"{certificate.SubjectAlternativeNames.Count} and the first name", $"{MostNames} together", "divide them between two certificates");
        }
    }

    private static void CheckQuota(CertificateProps certificate, Report report)
    {
        if (certificate.SubjectAlternativeNames.Count + 1 is > NamesQuota and <= MostNames)
        {
            report.Add("subjectAlternativeNames", "are more than the default quota", $"{certificate.SubjectAlternativeNames.Count} and the first name", $"{NamesQuota} together", "use a wildcard, or have the quota raised");
        }
    }

    private static void CheckZones(CertificateProps certificate, Report report)
    {
        if (!certificate.ValidationRecords)
        {
            return;
        }
        var zones = new Dictionary<string, ValidationName>();
        foreach (var (property, name, zone) in certificate.DomainNames())
        {
            if (zone is null)
            {
                report.Add(property, "has no hosted zone for its validation record", $"{name}", "a zone of its own, or the certificate's", property == "domainName" ? "add zone, or set validationRecords to false where the record exists" : "add zone beside it or to the certificate");
                continue;
            }
            if (zone.Props?.IsPrivate == true)
            {
                report.Add(property, "has a private hosted zone, which ACM cannot see", $"{zone}", "a public zone", "name the public zone of that domain");
            }
            if (!name.TryGetLiteral(out var text))
            {
                continue;
            }
            var domain = ValidationName.Base(text);
            if (zone.Name.IsLiteral(out var zoneName) && zoneName.Length > 0 && !DomainName.IsIn(domain, zoneName))
            {
                report.Add(property, "is not in its hosted zone", $"{Quoted.Of(text)} in {zoneName}", $"{zoneName} or a name that ends with .{zoneName}", "name the zone of that domain");
            }
            if (!zones.TryAdd(domain, new ValidationName(domain, domain, zone, property)) && zones[domain].Zone!.Id != zone.Id)
            {
                report.Add(property, $"has another zone than {zones[domain].Property}, with which it shares a validation record", $"{zone} and {zones[domain].Zone}", "one zone for a name and its wildcard", "name the same zone");
            }
        }
    }

    private static void CheckRegions(Model model, Report report)
    {
        if (model.Of<ManifestProps>().FirstOrDefault()?.Props.Region.IsLiteral(out var region) != true || !ManifestRules.Region.Accepts(region!))
        {
            // MAN014 has a region that is none.
            return;
        }
        foreach (var (declaration, property, arn) in ExistingArns(model))
        {
            if (Arn.Accepts(arn) && arn.Split(':') is [_, _, "acm", var found, ..] && found != region)
            {
                report.At(declaration).Add($"{property}.arn", "is in another region", found, region!, "name a certificate of this region, or declare one under certificates");
            }
        }
    }

    private static void CheckArns(Model model, Report report)
    {
        foreach (var (declaration, property, arn) in ExistingArns(model).Where(named => !Arn.Accepts(named.Arn)))
        {
            report.At(declaration).Add($"{property}.arn", Arn.Violation, Quoted.Of(arn), Arn.Allowed, "copy the ARN from the ACM console or from its stack's output");
        }
    }

    private static IEnumerable<(Declaration Declaration, string Property, string Arn)> ExistingArns(Model model)
    {
        foreach (var declaration in model.Declarations)
        {
            foreach (var (property, certificate) in (declaration.Props as IUsesCertificates)?.Certificates ?? [])
            {
                // LSN067 has an empty one.
                if (certificate.Arn.TryGetLiteral(out var arn) && arn.Length > 0)
                {
                    yield return (declaration, property, arn);
                }
            }
        }
    }

    private static void CheckSharedRecords(Model model, Report report)
    {
        var owners = new Dictionary<(Value<string> Zone, Value<string> Domain), Declaration>();
        foreach (var certificate in model.Of<CertificateProps>().Where(certificate => certificate.Props.ValidationRecords))
        {
            foreach (var name in ValidationName.Of(certificate.Props).Where(name => name.Zone is not null))
            {
                if (!owners.TryAdd((name.Zone!.Id, name.Domain), certificate))
                {
                    report.At(certificate).Add(name.Property, $"has the validation record that {owners[(name.Zone.Id, name.Domain)].Path} makes too", $"the record of {name.Domain}", "one certificate that makes it", "set validationRecords to false here, or put all names in one certificate");
                }
            }
        }
    }
}
