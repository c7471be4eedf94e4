using Orchestrator.Modules.LoadBalancing;

namespace Orchestrator.Modules.Tests.LoadBalancing;

/// <summary>The policies that the guides of Application and Network Load Balancers list, with the lowest version that each accepts.</summary>
public sealed class TlsPolicyTests
{
    [Theory]
    [InlineData(0, "2015-05", "2016-08", "FS-2018-06", "TLS-1-0-2015-04", "TLS13-1-0-2021-06", "TLS13-1-0-FIPS-2023-04", "TLS13-1-0-PQ-2025-09", "TLS13-1-0-FIPS-PQ-2025-09")]
    [InlineData(1, "TLS-1-1-2017-01", "FS-1-1-2019-08", "TLS13-1-1-2021-06", "TLS13-1-1-FIPS-2023-04")]
    [InlineData(2, "TLS-1-2-2017-01", "TLS-1-2-Ext-2018-06", "FS-1-2-2019-08", "FS-1-2-Res-2019-08", "FS-1-2-Res-2020-10")]
    [InlineData(2, "TLS13-1-2-2021-06", "TLS13-1-2-Res-2021-06", "TLS13-1-2-Ext1-2021-06", "TLS13-1-2-Ext2-2021-06")]
    [InlineData(2, "TLS13-1-2-FIPS-2023-04", "TLS13-1-2-Res-FIPS-2023-04", "TLS13-1-2-Ext0-FIPS-2023-04", "TLS13-1-2-Ext1-FIPS-2023-04", "TLS13-1-2-Ext2-FIPS-2023-04")]
    [InlineData(2, "TLS13-1-2-PQ-2025-09", "TLS13-1-2-Res-PQ-2025-09", "TLS13-1-2-Ext1-PQ-2025-09", "TLS13-1-2-Ext2-PQ-2025-09", "TLS13-1-2-FIPS-PQ-2025-09", "TLS13-1-2-Res-FIPS-PQ-2025-09")]
    [InlineData(3, "TLS13-1-3-2021-06", "TLS13-1-3-FIPS-2023-04", "TLS13-1-3-PQ-2025-09", "TLS13-1-3-FIPS-PQ-2025-09")]
    public void A_policys_name_tells_the_lowest_version_that_it_accepts(int minor, params string[] policies) =>
        Assert.All(policies, policy => Assert.Equal(minor, TlsPolicy.LowestMinorVersion($"ELBSecurityPolicy-{policy}")));

    [Theory]
    [InlineData("")]
    [InlineData("ELBSecurityPolicy-TLS13")]
    [InlineData("ELBSecurityPolicy-TLS13-1-2")]
    [InlineData("MyPolicy-TLS-1-0-2015-04")]
    [InlineData("ELBSecurityPolicy-TLS-2-0-2035-04")]
    public void What_is_not_a_policys_name_tells_nothing(string name) => Assert.Null(TlsPolicy.LowestMinorVersion(name));
}
