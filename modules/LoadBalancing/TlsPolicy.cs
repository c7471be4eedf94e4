using System.Globalization;
using System.Text.RegularExpressions;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Elastic Load Balancing's security policies for TLS.</summary>
internal static partial class TlsPolicy
{
    /// <summary>TLS 1.2 and 1.3 with forward secrecy. A listener that names none gets the API's default, which allows TLS 1.0.</summary>
    internal const string Default = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";

    /// <summary>The lowest minor version of TLS 1 that is to be spoken.</summary>
    internal const int LowestGood = 2;

    /// <summary>
    /// The lowest minor version of TLS 1 that a policy accepts, which its name tells: the number behind <c>TLS-1-</c>, <c>TLS13-1-</c> or <c>FS-1-</c>.
    /// The policies of before that habit accept TLS 1.0. Null for a name that is not one of a policy.
    /// </summary>
    internal static int? LowestMinorVersion(string policy) => policy switch
    {
        "ELBSecurityPolicy-2015-05" or "ELBSecurityPolicy-2016-08" or "ELBSecurityPolicy-FS-2018-06" => 0,
        _ => Named().Match(policy) is { Success: true } match ? int.Parse(match.Groups["minor"].Value, CultureInfo.InvariantCulture) : null,
    };

    [GeneratedRegex("^ELBSecurityPolicy-(TLS13|TLS|FS)-1-(?<minor>[0-9])-([A-Za-z0-9]+-)*20[0-9]{2}-[0-9]{2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
