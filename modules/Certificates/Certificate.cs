using Constructs;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Certificates;

/// <summary>
/// A certificate of ACM with its validation records. What uses it waits until ACM has issued it; it is replaced by making the new one first.
/// </summary>
public sealed class Certificate : ModuleConstruct, ICertificate
{
    /// <summary>What the validation records are called in Terraform, behind the certificate's own name.</summary>
    internal const string RecordsSuffix = "validation";

    private const int RecordTtlSeconds = 60;

    /// <summary>Makes the certificate, its validation records, and what waits for both.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id, and its address in the state; the records have <c>_validation</c> behind it and are keyed by domain name.</param>
    /// <param name="props">What it declares.</param>
    public Certificate(Construct scope, string id, CertificateProps props)
        : base(scope, id, props)
    {
        Props = props;
        Arn = Expression.Attribute("aws_acm_certificate_validation", LogicalId, "certificate_arn");
        Resource = Make<Aws.AcmCertificate.AcmCertificate>(MainResourceId, new Aws.AcmCertificate.AcmCertificateConfig
        {
            DomainName = Emit.Text(Lowered(props.DomainName)),
            SubjectAlternativeNames = AlternativeNamesOf(props),
            ValidationMethod = "DNS",
            KeyAlgorithm = Emit.Member(props.KeyAlgorithm),
            Options = new Aws.AcmCertificate.AcmCertificateOptions { CertificateTransparencyLoggingPreference = TransparencyLoggingOf(props) },
            Tags = Emit.TagsWithName(props.Tags, DefaultName),
            Lifecycle = Emit.CreateBeforeDestroy(),
        });
        if (props.ValidationRecords)
        {
            AddRecords(props);
        }
        Make<Aws.AcmCertificateValidation.AcmCertificateValidation>("issued", new Aws.AcmCertificateValidation.AcmCertificateValidationConfig
        {
            CertificateArn = Attribute("arn"),
            ValidationRecordFqdns = props.ValidationRecords ? Kernel.List($"${{[for record in aws_route53_record.{LogicalId}_{RecordsSuffix} : record.fqdn]}}") : null,
            Timeouts = new Aws.AcmCertificateValidation.AcmCertificateValidationTimeouts { Create = $"{props.ValidationTimeoutMinutes}m" },
        });
    }

    /// <inheritdoc/>
    public Value<string> Arn { get; }

    /// <summary>What it was declared with.</summary>
    public CertificateProps Props { get; }

    CertificateProps? ICertificate.Props => Props;

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.AcmCertificate.AcmCertificate Resource { get; }

    /// <inheritdoc/>
    public override string ToString() => LogicalId;

    /// <summary>
    /// One resource for all records, keyed by names that are known before ACM answers; only what the records say comes from ACM, so that the
    /// first plan succeeds and one more name moves no other.
    /// </summary>
    private void AddRecords(CertificateProps props)
    {
        var records = Make<Aws.Route53Record.Route53Record>(
            RecordsSuffix,
            new Aws.Route53Record.Route53RecordConfig
            {
                ZoneId = "${each.value.zone}",
                Name = OptionOf("resource_record_name"),
                Type = OptionOf("resource_record_type"),
                Records = [OptionOf("resource_record_value")],
                Ttl = RecordTtlSeconds,
            },
            RecordsSuffix);
        Kernel.Override(records, "for_each", ValidationName.Of(props).ToDictionary(
            name => name.Key,
            name => new Dictionary<string, object> { ["domain"] = Emit.Text(name.Domain)!, ["zone"] = Emit.Text(name.Zone?.Id) ?? "" }));
    }

    /// <summary>What ACM asks for a name. It asks the same for <c>x</c> and <c>*.x</c>, so the first answer is as good as the second.</summary>
    private string OptionOf(string attribute) =>
        $"${{[for option in aws_acm_certificate.{LogicalId}.domain_validation_options : option.{attribute} if trimprefix(option.domain_name, \"*.\") == each.value.domain][0]}}";

    private string Attribute(string attribute) => Expression.Attribute("aws_acm_certificate", LogicalId, attribute).Template;

    /// <summary>The domain name itself where there are no others: it is one of them to ACM, and the provider keeps the names that are left out.</summary>
    private static string[] AlternativeNamesOf(CertificateProps props) => props.SubjectAlternativeNames.Count == 0 ? [Emit.Text(Lowered(props.DomainName))!] :
        [.. props.SubjectAlternativeNames.Values.Select(name => Emit.Text(Lowered(name.DomainName))!).Order(StringComparer.Ordinal)];

    /// <summary>ACM gives names back in lower case, which would show as a change.</summary>
    private static Value<string> Lowered(Value<string> name) => name.TryGetLiteral(out var literal) ? literal.ToLowerInvariant() : name;

    private static string TransparencyLoggingOf(CertificateProps props) => Emit.Choice(props.TransparencyLogging, "ENABLED", "DISABLED")!;
}
