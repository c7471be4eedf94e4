using System.Text.RegularExpressions;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What happens to encryption.</summary>
internal static partial class TlsRules
{
    private const string Mode = "mutual_authentication.0.mode";
    private static readonly string[] Encrypted = ["HTTPS", "TLS"];
    private static readonly Watch[] ClientCertificates =
    [
        new("aws_lb_listener", "mutual_authentication.0.trust_store_arn", WatchKind.Changed, Severity.High, "Clients whose certificates come from an authority that the new trust store does not have are refused; those of its own authorities get in."),
        new("aws_lb_listener", "mutual_authentication.0.ignore_client_certificate_expiry", WatchKind.SwitchedOff, Severity.High, "Clients whose certificate has expired are refused."),
        new("aws_lb_listener", "mutual_authentication.0.ignore_client_certificate_expiry", WatchKind.SwitchedOn, Severity.High, "Clients whose certificate has expired get in."),
        new("aws_lb_listener", "mutual_authentication.0.advertise_trust_store_ca_names", WatchKind.SwitchedOff, Severity.Low, "Clients with several certificates may offer one that is refused."),
    ];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN14", Severity.High, "aws_lb_listener", "The lowest TLS version of a listener falls, or an HTTPS or TLS listener has no security policy.",
            "Clients can agree on an old version of TLS.",
            "Use ELBSecurityPolicy-TLS13-1-2-2021-06 or a stricter one.")
        {
            Check = static (model, report) =>
            {
                foreach (var listener in model.Of("aws_lb_listener").Where(listener => listener.After.IsKnown && IsEncrypted(listener.After)))
                {
                    CheckPolicy(model, listener, report);
                }
            },
        },
        new("PLAN16", Severity.High, "aws_lb_listener", "Mutual TLS goes from verify to off or passthrough, or from passthrough to off, takes another trust store, or judges expired certificates otherwise.",
            "Client certificates are no longer checked: whoever reaches the port gets in.",
            "Keep mode = verify with its trust store.")
        {
            Check = static (model, report) =>
            {
                foreach (var listener in ListenerRules.Existing(model, "aws_lb_listener").Where(listener => listener.Before.At(Mode).Text is "verify" or "passthrough"))
                {
                    CheckClientCertificates(listener, report);
                }
            },
        },
    ];

    /// <summary>Whether a side of a listener takes encrypted connections.</summary>
    internal static bool IsEncrypted(PlanValue listener) => Encrypted.Contains(listener["protocol"].Text);

    private static void CheckClientCertificates(ResourceChange listener, RuleReport report)
    {
        // A block that is removed changes nothing: measured.
        var block = listener.After["mutual_authentication"];
        var mode = block.IsNull || !block.IsUnknown && block.Items.Count == 0 ? Answer.No : listener.Differs(Mode);
        if (listener.Before.At(Mode).Text == "passthrough")
        {
            var ends = mode == Answer.Yes && listener.After.At(Mode).Text == "verify";
            report.Judge(listener, Mode, mode, severity: ends ? Severity.High : Severity.Medium,
                consequence: ends ? "Clients without a certificate of an authority in the trust store are refused." : "Targets no longer get the certificates of clients: what they decide by them, they decide without.",
                advice: ends ? "Look in the connection logs whose certificates clients have." : "Have the targets do without first.");
            return;
        }
        if (mode != Answer.No)
        {
            report.Judge(listener, Mode, mode);
            return;
        }
        var isTold = false;
        foreach (var watch in ClientCertificates)
        {
            var answer = watch.Of(listener);
            if (answer != Answer.No)
            {
                report.Judge(listener, watch.Path, answer, severity: watch.Severity, consequence: watch.Consequence, advice: "Look in the connection logs whose certificates clients have.");
                isTold = true;
            }
        }
        if (!isTold)
        {
            report.Holds(listener);
        }
    }

    private static void CheckPolicy(PlanModel model, ResourceChange listener, RuleReport report)
    {
        var policy = listener.After["ssl_policy"];
        var wasEncrypted = listener.Before.IsKnown && IsEncrypted(listener.Before);
        if (!policy.IsKnown || policy.Text is "")
        {
            var isGiven = policy.IsUnknown ? model.Plan.Configuration.Gives(listener, "ssl_policy") : Answer.No;
            report.Judge(listener, "ssl_policy", isGiven switch { Answer.No => Answer.Yes, _ => Answer.Unknown }, "The policy is known only after the apply.",
                consequence: "Without a policy the API chooses ELBSecurityPolicy-2016-08, which allows TLS 1.0.");
        }
        else if (!wasEncrypted || policy.Text == listener.Before["ssl_policy"].Text)
        {
            report.Holds(listener);
        }
        else
        {
            var (before, after) = (LowestVersion(listener.Before["ssl_policy"].Text), LowestVersion(policy.Text));
            report.Judge(listener, "ssl_policy", before is null || after is null ? Answer.Unknown : after < before ? Answer.Yes : Answer.No, "The lowest TLS version of a policy is not known here.",
                consequence: $"Clients can agree on TLS 1.{after}; it was 1.{before} at least.");
        }
    }

    /// <summary>The minor version of the lowest TLS 1 that a policy allows, by its name; null for a name that does not say.</summary>
    private static int? LowestVersion(string? policy) => policy switch
    {
        "ELBSecurityPolicy-2016-08" or "ELBSecurityPolicy-2015-05" or "ELBSecurityPolicy-FS-2018-06" => 0,
        not null when Version().Match(policy) is { Success: true } match => match.Groups["minor"].Value[0] - '0',
        _ => null,
    };

    [GeneratedRegex("^ELBSecurityPolicy-(TLS13|TLS|FS)-1-(?<minor>[0-3])-", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
