using System.Text.Json;
using Orchestrator.Text;

namespace Orchestrator.Cli.Init;

/// <summary>Finds a VPC in what describes it: the output of <c>aws ec2 describe-subnets</c>, a state of Terraform, or what <c>terraform show -json</c> prints.</summary>
internal static class NetworkFile
{
    private const int Longest = 64 * 1024 * 1024;

    /// <summary>The VPC.</summary>
    /// <param name="file">The file; <c>-</c> is standard input.</param>
    /// <param name="vpcId">Which, where it describes several; null for the only one.</param>
    /// <exception cref="Failure">It cannot be read, has no subnets, or has several VPCs and none is named.</exception>
    internal static FoundNetwork Read(string file, string? vpcId)
    {
        try
        {
            using var document = JsonDocument.Parse(InputFile.Read(file, Longest));
            return Choose(file, Resources(document.RootElement).ToList(), vpcId);
        }
        catch (InputFileException exception)
        {
            throw new Failure($"{file} cannot be read: {exception.Message}");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new Failure($"{file} is neither the output of aws ec2 describe-subnets nor a state of Terraform nor what terraform show -json prints");
        }
    }

    private static FoundNetwork Choose(string file, List<(string Type, JsonElement Values)> resources, string? vpcId)
    {
        var subnets = resources.Where(resource => resource.Type == "aws_subnet" && Text(resource.Values, "cidr_block", "CidrBlock").Length > 0).Select(resource => resource.Values).ToList();
        var vpcs = subnets.Select(subnet => Text(subnet, "vpc_id", "VpcId")).Distinct().Order(StringComparer.Ordinal).ToList();
        var vpc = vpcId ?? (vpcs is [var only] ? only : throw new Failure(vpcs.Count == 0 ? $"{file} has no subnets" : $"{file} has subnets of several VPCs: say --vpc with one of {string.Join(", ", vpcs)}"));
        var found = Named(subnets.Where(subnet => Text(subnet, "vpc_id", "VpcId") == vpc));
        if (found.Count == 0)
        {
            throw new Failure($"{file} has no subnets of {vpc}: there are those of {string.Join(", ", vpcs)}");
        }
        var own = resources.Where(resource => resource.Type == "aws_vpc" && Text(resource.Values, "id") == vpc).Select(resource => Text(resource.Values, "cidr_block")).Distinct().ToList();
        return new FoundNetwork(vpc, own.Count > 0 ? own : [.. found.Select(subnet => subnet.CidrBlock)], found);
    }

    private static List<FoundSubnet> Named(IEnumerable<JsonElement> subnets)
    {
        var found = subnets
            .Select(subnet => new FoundSubnet("", Text(subnet, "id", "SubnetId"), Text(subnet, "availability_zone", "AvailabilityZone"), Text(subnet, "cidr_block", "CidrBlock"), IsTrue(subnet, "map_public_ip_on_launch", "MapPublicIpOnLaunch")))
            .DistinctBy(subnet => subnet.Id)
            .OrderByDescending(subnet => subnet.IsPublic).ThenBy(subnet => subnet.AvailabilityZone, StringComparer.Ordinal).ThenBy(subnet => subnet.Id, StringComparer.Ordinal);
        var counts = new Dictionary<string, int>();
        return [.. found.Select(subnet =>
        {
            var name = $"{(subnet.IsPublic ? "public" : "private")}-{subnet.AvailabilityZone[^1]}";
            counts[name] = counts.GetValueOrDefault(name) + 1;
            return subnet with { Name = counts[name] == 1 ? name : $"{name}{counts[name]}" };
        })];
    }

    private static IEnumerable<(string Type, JsonElement Values)> Resources(JsonElement top) =>
        top.TryGetProperty("Subnets", out var subnets) ? subnets.EnumerateArray().Select(subnet => ("aws_subnet", subnet))
        : top.TryGetProperty("values", out var values) ? values.TryGetProperty("root_module", out var root) ? OfModule(root) : []
        : top.GetProperty("resources").EnumerateArray().SelectMany(resource => resource.GetProperty("instances").EnumerateArray().Select(instance => (resource.GetProperty("type").GetString()!, instance.GetProperty("attributes"))));

    private static IEnumerable<(string Type, JsonElement Values)> OfModule(JsonElement module) =>
    [
        .. Items(module, "resources").Select(resource => (resource.GetProperty("type").GetString()!, resource.GetProperty("values"))),
        .. Items(module, "child_modules").SelectMany(OfModule),
    ];

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) => element.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];

    private static string Text(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
            {
                return value.GetString()!;
            }
        }
        return "";
    }

    private static bool IsTrue(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True)
            {
                return true;
            }
        }
        return false;
    }
}
