using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What happens to certificates.</summary>
internal static class CertificateRules
{
    private const string Certificate = "aws_acm_certificate";
    private const string Validation = "aws_acm_certificate_validation";
    private static readonly string[] Users = ["aws_lb_listener", "aws_lb_listener_certificate", "aws_cloudfront_distribution", "aws_elb"];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN15", Severity.High, "aws_lb_listener, aws_lb_listener_certificate, aws_acm_certificate", "A listener's certificate changes, an additional one is taken away or replaced, or a certificate is deleted while something uses it.",
            "Clients meet another certificate, or for a while none for their host name.",
            "Check that the new certificate covers every name of the old one; create certificates before the old ones are destroyed.")
        {
            Check = static (model, report) =>
            {
                foreach (var listener in ListenerRules.Existing(model, "aws_lb_listener").Where(listener => listener.Before["certificate_arn"].Text is { Length: > 0 } && (listener.After["protocol"].IsUnknown || TlsRules.IsEncrypted(listener.After))))
                {
                    CheckListener(model, listener, report);
                }
                foreach (var certificate in model.Of("aws_lb_listener_certificate").Where(change => change.Before.IsKnown))
                {
                    report.JudgeDeletion(certificate, consequence: certificate.Replaces ? "Until the new one is attached, clients that ask for its names by SNI get the default certificate." : "Clients that ask for its names by SNI get the default certificate.");
                }
                foreach (var certificate in model.Of(Certificate).Where(change => change.Before.IsKnown))
                {
                    CheckDeletion(model, certificate, report);
                }
            },
        },
        new("PLAN38", Severity.Critical, "aws_lb_listener, aws_lb_listener_certificate", "A listener gets a certificate that this plan makes, or that is not issued, without waiting for its validation.",
            "AWS refuses a certificate that is not issued (UnsupportedCertificate): the apply stops half-way.",
            "Let the listener take certificate_arn from aws_acm_certificate_validation, which waits until the certificate is issued.")
        {
            Check = static (model, report) =>
            {
                foreach (var listener in model.Of("aws_lb_listener", "aws_lb_listener_certificate").Where(listener => listener.After.IsKnown && !listener.IsUntouched))
                {
                    CheckIssued(model, listener, report);
                }
            },
        },
    ];

    private static void CheckListener(PlanModel model, ResourceChange listener, RuleReport report)
    {
        var after = listener.After["certificate_arn"];
        if (after.IsUnknown && model.RootOf(listener, "certificate_arn") is { } root)
        {
            report.Violates(listener, "certificate_arn", root.Before["domain_name"].Text, $"the new {root.Address}");
        }
        else
        {
            report.Judge(listener, "certificate_arn", listener.Differs("certificate_arn"));
        }
    }

    private static void CheckDeletion(PlanModel model, ResourceChange certificate, RuleReport report)
    {
        if (certificate.Deletes != Answer.Yes)
        {
            report.JudgeReplacement(certificate, certificate.Deletes);
            return;
        }
        var holders = ApplyOrder.HoldersOf(model, certificate, Users);
        if (holders.Count > 0)
        {
            report.JudgeReplacement(certificate, Answer.Yes, consequence: $"AWS refuses to delete a certificate in use (ResourceInUseException), and {ApplyOrder.Use(certificate, holders)}: the apply stops half-way.",
                advice: certificate.Replaces ? "Set create_before_destroy." : "Let what uses it take another certificate in an apply of its own; delete this one in the next.");
        }
        else if (certificate.CreatesFirst || ApplyOrder.UsersBefore(model, certificate, Users).Count > 0)
        {
            report.Holds(certificate);
        }
        else
        {
            report.CannotTell(certificate, certificate.ReplacePaths is [var path, ..] ? path : "", "The plan does not show what uses the certificate.");
        }
    }

    private static void CheckIssued(PlanModel model, ResourceChange listener, RuleReport report)
    {
        var arn = listener.After["certificate_arn"];
        if (arn.IsNull || listener.Before.IsKnown && listener.Differs("certificate_arn") == Answer.No)
        {
            return;
        }
        if (!arn.IsUnknown)
        {
            var pending = model.Find(arn.Text, Certificate) is { } known && known.Before["status"].Text is "PENDING_VALIDATION" or "FAILED" or "VALIDATION_TIMED_OUT";
            report.Judge(listener, "certificate_arn", pending ? Answer.Yes : Answer.No);
            return;
        }
        if (!model.Plan.Configuration.IsGiven)
        {
            report.CannotTell(listener, "certificate_arn", "The plan repeats no configuration, which would say whether the listener waits for the validation.");
            return;
        }
        // A reference to the validation leads on to the certificate: it is the first that counts.
        var referred = model.Plan.Configuration.References(listener, "certificate_arn").Select(reference => reference.Resource).ToList();
        var waits = referred.Exists(resource => resource.StartsWith($"{Validation}.", StringComparison.Ordinal)) || model.Plan.Configuration.WaitsFor(listener, Validation);
        var made = model.Linked(listener, "certificate_arn", Certificate).Where(certificate => certificate.Creates).ToList();
        report.Judge(listener, "certificate_arn", !waits && made.Exists(NeedsValidation) ? Answer.Yes : Answer.No,
            consequence: made.Count > 0 ? $"{made[0].Address} is not issued yet when the listener gets it: AWS refuses (UnsupportedCertificate), and the apply stops half-way." : null);
    }

    /// <summary>One that is imported, or that a private authority issues, is there at once.</summary>
    private static bool NeedsValidation(ResourceChange certificate) =>
        certificate.After["certificate_body"].IsNull && certificate.After["certificate_authority_arn"].Text is null or "" && !certificate.After["certificate_authority_arn"].IsUnknown;
}
