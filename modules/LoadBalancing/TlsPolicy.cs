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

    /// <summary>The policies that there are, in the names of up to <see cref="KnownUntil"/>: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html.</summary>
    internal static readonly string[] Known =
    [
        "ELBSecurityPolicy-2015-05", "ELBSecurityPolicy-2016-08",
        "ELBSecurityPolicy-FS-2018-06", "ELBSecurityPolicy-FS-1-1-2019-08", "ELBSecurityPolicy-FS-1-2-2019-08", "ELBSecurityPolicy-FS-1-2-Res-2019-08", "ELBSecurityPolicy-FS-1-2-Res-2020-10",
        "ELBSecurityPolicy-TLS-1-0-2015-04", "ELBSecurityPolicy-TLS-1-1-2017-01", "ELBSecurityPolicy-TLS-1-2-2017-01", "ELBSecurityPolicy-TLS-1-2-Ext-2018-06",
        "ELBSecurityPolicy-TLS13-1-0-2021-06", "ELBSecurityPolicy-TLS13-1-1-2021-06", "ELBSecurityPolicy-TLS13-1-2-2021-06", "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
        "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06", "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06", "ELBSecurityPolicy-TLS13-1-3-2021-06",
        "ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-2023-04", "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
        "ELBSecurityPolicy-TLS13-1-0-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
    ];

    /// <summary>The month up to which the list is complete; a policy of a later one may exist.</summary>
    internal const string KnownUntil = "2023-04";

    /// <summary>The month in a policy's name; null where it has none.</summary>
    internal static string? MonthOf(string policy) => Dated().Match(policy) is { Success: true } match ? match.Groups["month"].Value : null;

    /// <summary>
    /// The lowest minor version of TLS 1 that a policy accepts, which its name tells: the number behind <c>TLS-1-</c>, <c>TLS13-1-</c> or <c>FS-1-</c>.
    /// The policies of before that habit accept TLS 1.0. Null for a name that is not one of a policy.
    /// </summary>
    internal static int? LowestMinorVersion(string policy) => policy switch
    {
        "ELBSecurityPolicy-2015-05" or "ELBSecurityPolicy-2016-08" or "ELBSecurityPolicy-FS-2018-06" => 0,
        _ => Named().Match(policy) is { Success: true } match ? int.Parse(match.Groups["minor"].Value, CultureInfo.InvariantCulture) : null,
    };

    [GeneratedRegex("(?<month>20[0-9]{2}-[0-9]{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dated();

    [GeneratedRegex("^ELBSecurityPolicy-(TLS13|TLS|FS)-1-(?<minor>[0-9])-([A-Za-z0-9]+-)*20[0-9]{2}-[0-9]{2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
