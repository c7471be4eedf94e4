namespace Orchestrator.Modules.Publishing;

/// <summary>What holds of the subnets of a Network Load Balancer, which only AWS knows their zones and CIDR blocks of.</summary>
internal static class SubnetConditions
{
    private const string LoadBalancer = "aws_lb.this";
    private const string Subnets = "data.aws_subnet.this";

    /// <summary>Adds them for the variable <c>subnet_mappings</c>.</summary>
    /// <param name="module">The module.</param>
    /// <param name="dualstack">Variables with which the complete example can be dualstack, as members of JSON.</param>
    internal static void Add(ModuleBuilder module, string dualstack = "")
    {
        module.Add(new DataSource("aws_subnet", "this", """{ "for_each": "${var.subnet_mappings}", "id": "${each.value.subnet_id}" }""") { Actions = ["ec2:DescribeSubnets"] });
        module.Require("NLB187", new ResourceCondition(LoadBalancer, $"length(distinct([for subnet in {Subnets} : subnet.availability_zone])) == length({Subnets})")
        {
            Message = "Each subnet of a Network Load Balancer is in another Availability Zone.",
            Got = $"${{join(\", \", [for subnet in {Subnets} : \"${{subnet.id}} in ${{subnet.availability_zone}}\"])}}",
            Answers = $$"""{ "{{Subnets}}": { "availability_zone": "eu-central-1a" } }""",
        });
        RequireInSubnet(module, "private_ipv4_address", "cidr_block", """{ "internal": true, "elastic_ips": false, "subnet_mappings": { "a": { "subnet_id": "subnet-0a1b2c3d4e5f60001", "private_ipv4_address": "10.0.1.10" } } }""", "10.0.2.0/24");
        RequireInSubnet(module, "ipv6_address", "ipv6_cidr_block", $$"""{ {{dualstack}}"ip_address_type": "dualstack", "subnet_mappings": { "a": { "subnet_id": "subnet-0a1b2c3d4e5f60001", "private_ipv4_address": "10.0.1.10", "ipv6_address": "2001:db8:0:1::10" } } }""", "2001:db8:0:2::/64");
    }

    /// <summary>An address lies in a block where both are in one network of the block's length. A provider that is only acted answers with what is no block.</summary>
    private static void RequireInSubnet(ModuleBuilder module, string address, string block, string violation, string otherBlock) =>
        module.Require("NLB189", new ResourceCondition(LoadBalancer, $"alltrue([\n  for key, mapping in var.subnet_mappings : mapping.{address} == null ? true : try(cidrhost(\"${{mapping.{address}}}/${{split(\"/\", {Subnets}[key].{block})[1]}}\", 0) == cidrhost({Subnets}[key].{block}, 0), true)\n])")
        {
            Got = $"${{join(\", \", [for key, mapping in var.subnet_mappings : \"${{mapping.{address}}} in ${{{Subnets}[key].{block}}}\" if mapping.{address} != null])}}",
            Violation = violation,
            Answers = $$"""{ "{{Subnets}}": { "{{block}}": "{{otherBlock}}" } }""",
        });
}
