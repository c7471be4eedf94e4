using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;
using Orchestrator.Text;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of the security policies that listeners name.</summary>
internal static class TlsPolicyRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("LSN348", "A security policy has the name of one.", "CreateListener fails with SSLPolicyNotFound.", "Application Load Balancers, security policies; elbv2 CreateListenerInput.SslPolicy")
            .ForAll((model, report) => Check(model, report, isNewer: false)),
        Rule.Warning("LSN349", "A security policy that is newer than those that are known here exists.", "CreateListener fails with SSLPolicyNotFound where it does not.", "Application Load Balancers, security policies; elbv2 CreateListenerInput.SslPolicy")
            .ForAll((model, report) => Check(model, report, isNewer: true)),
    ];

    private static void Check(Model model, Report report, bool isNewer)
    {
        foreach (var listener in model.Declarations)
        {
            var policy = listener.Props switch { ApplicationListenerProps application => application.SslPolicy, NetworkListenerProps network => network.SslPolicy, _ => null };
            if (policy.IsLiteral(out var name) && !TlsPolicy.Known.Contains(name) && isNewer == IsNewer(name))
            {
                var hint = Nearest.Hint(name, TlsPolicy.Known);
                report.At(listener).Add("sslPolicy", isNewer ? "is newer than the policies that are known here" : "is not a security policy", Quoted.Of(name), $"one of Elastic Load Balancing's, such as {TlsPolicy.Default}", isNewer ? "look it up with aws elbv2 describe-ssl-policies" : hint.Length > 0 ? hint : "remove it to get the default");
            }
        }
    }

    private static bool IsNewer(string name) =>
        name.StartsWith("ELBSecurityPolicy-", StringComparison.Ordinal) && TlsPolicy.MonthOf(name) is { } month && string.CompareOrdinal(month, TlsPolicy.KnownUntil) > 0;
}
