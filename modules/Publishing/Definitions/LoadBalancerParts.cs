using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>What the modules of both kinds of load balancers have: a name, target groups of their own, and what others know the load balancer by.</summary>
internal static class LoadBalancerParts
{
    /// <summary>The type of the id of a VPC.</summary>
    internal static ScalarType VpcId => ScalarType.Text with { Constraints = [.. VariableReader.FormsOf(typeof(TargetGroupProps), nameof(TargetGroupProps.VpcId))] };

    /// <summary>The type of the ARN of an Application Load Balancer.</summary>
    internal static ScalarType ApplicationLoadBalancerArn => ScalarType.Text with { Constraints = [.. VariableReader.FormsOf(typeof(ExistingApplicationLoadBalancerProps), nameof(ExistingApplicationLoadBalancerProps.Arn))] };

    /// <summary>Adds the variable of the name.</summary>
    internal static void AddName(ModuleBuilder module) =>
        module.AddName("The load balancer's name, and the beginning of the names of its target groups. A change replaces it.", LoadBalancerName.Constraint, "LB001");

    /// <summary>Adds what holds of a variable that says where logs go.</summary>
    internal static void RequireLogs(ModuleBuilder module, string variable)
    {
        module.Require("ALB013", variable, $"var.{variable} == null ? true : !var.{variable}.enabled || length(var.{variable}.bucket_name) > 0", $$"""{ "{{variable}}": { "bucket_name": "" } }""");
        module.Require("ALB015", variable, $"var.{variable} == null ? true : !strcontains(coalesce(var.{variable}.prefix, \"-\"), \"AWSLogs\")", $$"""{ "{{variable}}": { "bucket_name": "logs", "prefix": "AWSLogs/web" } }""");
    }

    /// <summary>Adds that listeners have certificates of their region; those of IAM have none.</summary>
    /// <param name="module">The module.</param>
    /// <param name="violation">Listeners with a certificate that is not of eu-central-1, as JSON.</param>
    internal static void RequireCertificatesOfRegion(ModuleBuilder module, string violation)
    {
        module.Add(new DataSource("aws_region", "current", "{}") { Answer = """{ "id": "eu-central-1" }""" });
        const string Arns = "concat(each.value.certificate_arn[*], values(each.value.additional_certificate_arns))";
        module.Require("ACM162", new ResourceCondition("aws_lb_listener.this", $"alltrue([\n  for arn in {Arns} : try(split(\":\", arn)[2] != \"acm\" || split(\":\", arn)[3] == data.aws_region.current.id, true)\n])")
        {
            Got = $"${{join(\", \", {Arns})}} in ${{data.aws_region.current.id}}",
            Violation = violation,
        });
    }

    /// <summary>Adds what holds of the keys of a map that become part of target groups' names.</summary>
    /// <param name="module">The module.</param>
    /// <param name="variable">The map.</param>
    /// <param name="violation">Variables with another key, over those of the complete example; JSON.</param>
    internal static void RequireTargetGroupKeys(ModuleBuilder module, string variable, string violation) =>
        module.Require("keys", "A key becomes part of a target group's name, so it has letters, digits and hyphens alone (TG032).", variable, $"alltrue([for key in keys(var.{variable}) : can(regex(\"^[A-Za-z0-9-]+$\", key))])", violation);

    /// <summary>Adds what holds of the certificates of listeners.</summary>
    /// <param name="module">The module.</param>
    /// <param name="illegal">Listeners one of which has a certificate that is no ARN; JSON.</param>
    /// <param name="repeated">Listeners one of which has a certificate twice; JSON.</param>
    internal static void RequireCertificates(ModuleBuilder module, string illegal, string repeated)
    {
        const string Arns = "concat(listener.certificate_arn[*], values(listener.additional_certificate_arns))";
        module.Require("ACM214", "listeners", $"alltrue(flatten([\n  for listener in var.listeners : [\n    for arn in {Arns} : {CertificateRules.Arn.Condition(Parser.Expression("arn"))}\n  ]\n]))", illegal);
        module.Require("LSN077", "listeners", $"alltrue([\n  for listener in var.listeners : length(distinct({Arns})) == length({Arns})\n])", repeated);
    }

    /// <summary>Adds that listeners name security policies that there are; one of a later month than those that are known may be one.</summary>
    /// <param name="module">The module.</param>
    /// <param name="violation">Listeners one of which names another; JSON.</param>
    internal static void RequireTlsPolicies(ModuleBuilder module, string violation)
    {
        var known = string.Join(", ", TlsPolicy.Known.Select(policy => $"\"{policy}\""));
        module.Require("LSN348", "listeners", $"alltrue([\n  for listener in var.listeners : listener.ssl_policy == null ? true : contains([{known}], listener.ssl_policy) || try(tonumber(join(\"\", regex(\"^ELBSecurityPolicy-.*(20[0-9]{{2}})-([0-9]{{2}})$\", listener.ssl_policy))) > {TlsPolicy.KnownUntil.Replace("-", "", StringComparison.Ordinal)}, false)\n])", violation);
    }

    /// <summary>Has a load balancer say of its logs that there are none, where there are none.</summary>
    internal static void AddLogs(ModuleBuilder module, params IReadOnlyList<string> blocks)
    {
        foreach (var block in blocks)
        {
            module.MakeBlockAlways("aws_lb.this", block);
        }
    }

    /// <summary>Makes the target groups of the module's map.</summary>
    internal static void AddTargetGroups(ModuleBuilder module, string key, TargetGroupProps group) =>
        new TargetGroup(module.Scope, $"{Symbols.Name}_{key}", TargetGroupModule.WithLocals(module, group with { VpcId = Expression.Of("var.vpc_id") }, key));

    /// <summary>What Elastic IPs are called after: the zone of a subnet that only the caller knows is the mapping's key.</summary>
    internal static IReadOnlyDictionary<string, SubnetMappingProps> WithZones(IReadOnlyDictionary<string, SubnetMappingProps> mappings) => mappings.ToDictionary(
        mapping => mapping.Key,
        mapping => mapping.Value with { Subnet = new ExistingSubnet(mapping.Value.Subnet.Id) { AvailabilityZone = mapping.Key } });

    /// <summary>Adds the outputs of the load balancer itself.</summary>
    internal static void AddOutputs(ModuleBuilder module, string logicalId, ILoadBalancer balancer)
    {
        module.AddOutput("arn", balancer.Arn, "The load balancer's ARN.");
        module.AddOutput("arn_suffix", Expression.Attribute("aws_lb", logicalId, "arn_suffix"), "What CloudWatch's metrics know the load balancer by.");
        module.AddOutput("dns_name", balancer.DnsName!, "The DNS name that AWS gave it.");
        module.AddOutput("zone_id", balancer.ZoneId!, "The hosted zone of that DNS name, for alias records.");
    }
}
