using System.Text.RegularExpressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Network;

/// <summary>What load balancers of every kind ask of their subnets.</summary>
internal static partial class SubnetRules
{
    /// <summary>Reports subnets that stand twice and those in the Availability Zone of another one.</summary>
    internal static void CheckOneInEachZone(IEnumerable<(string Property, ISubnet Subnet)> subnets, Model model, Report report)
    {
        var (ids, zones) = (new Dictionary<Value<string>, ISubnet>(), new Dictionary<string, ISubnet>());
        foreach (var (property, subnet) in subnets)
        {
            if (!ids.TryAdd(subnet.Id, subnet))
            {
                var isNamedTwice = ReferenceEquals(ids[subnet.Id], subnet);
                report.Add(property, isNamedTwice ? "stands twice" : "is the same subnet as another", isNamedTwice ? NameOf(subnet, model) : $"{NameOf(subnet, model)} with the id of {NameOf(ids[subnet.Id], model)}", "each subnet once", "take a subnet of another zone instead, or remove it");
            }
            else if (subnet.AvailabilityZone.IsLiteral(out var zone) && !zones.TryAdd(zone, subnet))
            {
                report.Add(property, "is in the Availability Zone of another subnet", $"{NameOf(subnet, model)} in {zone}, as {NameOf(zones[zone], model)}", "one subnet in each zone", "take a subnet of another zone instead, or remove it");
            }
        }
    }

    /// <summary>Whether a subnet is known to be in a Local Zone, <c>us-west-2-lax-1a</c>, or a Wavelength Zone, <c>us-east-1-wl1-bos-wlz-1</c>.</summary>
    internal static bool IsInLocalZone(ISubnet subnet) => subnet.AvailabilityZone.IsLiteral(out var zone) && !AvailabilityZone().IsMatch(zone);

    /// <summary>The name that a manifest declares a subnet under; elsewhere its id.</summary>
    internal static string NameOf(ISubnet subnet, Model model) =>
        model.Of<Subnet>().FirstOrDefault(declared => ReferenceEquals(declared.Props, subnet))?.Name ?? subnet.Id.ToString();

    [GeneratedRegex("^[a-z]+(-[a-z]+)+-[0-9]+[a-z]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AvailabilityZone();
}
