using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Findings;

/// <summary>The official pages behind the sources of rules.</summary>
internal static partial class SourcePages
{
    private const string Documentation = "https://docs.aws.amazon.com/";

    /// <summary>The API references: each has a page for every operation and every type.</summary>
    private static readonly Dictionary<string, string> References = new()
    {
        ["ACM"] = "acm/latest/APIReference/",
        ["EC2"] = "AWSEC2/latest/APIReference/",
        ["Application Auto Scaling"] = "autoscaling/application/APIReference/",
        ["Auto Scaling"] = "autoscaling/ec2/APIReference/",
        ["CloudWatch"] = "AmazonCloudWatch/latest/APIReference/",
        ["CloudWatch Logs"] = "AmazonCloudWatchLogs/latest/APIReference/",
        ["DynamoDB"] = "amazondynamodb/latest/APIReference/",
        ["ECS"] = "AmazonECS/latest/APIReference/",
        ["EventBridge"] = "eventbridge/latest/APIReference/",
        ["EventBridge Scheduler"] = "scheduler/latest/APIReference/",
        ["IAM"] = "IAM/latest/APIReference/",
        ["KMS"] = "kms/latest/APIReference/",
        ["Lambda"] = "lambda/latest/api/",
        ["Route 53"] = "Route53/latest/APIReference/",
        ["SNS"] = "sns/latest/api/",
        ["SQS"] = "AWSSimpleQueueService/latest/APIReference/",
        ["Systems Manager"] = "systems-manager/latest/APIReference/",
        ["WAF"] = "waf/latest/APIReference/",
        ["elbv2"] = "elasticloadbalancing/latest/APIReference/",
    };

    /// <summary>Everything else, by the beginning of the source's text; the longest that fits counts.</summary>
    private static readonly (string Beginning, string Page)[] Pages =
    [
        ("ACM quotas", $"{Documentation}acm/latest/userguide/acm-limits.html"),
        ("ACM, DNS validation", $"{Documentation}acm/latest/userguide/dns-validation.html"),
        ("ACM, supported regions", $"{Documentation}acm/latest/userguide/acm-regions.html"),
        ("AWS regions", $"{Documentation}global-infrastructure/latest/regions/aws-regions.html"),
        ("AWS Well-Architected, SEC05-BP02", $"{Documentation}wellarchitected/latest/framework/sec_network_protection_layered.html"),
        ("Access logs for your Application Load Balancer", $"{Documentation}elasticloadbalancing/latest/application/load-balancer-access-logs.html"),
        ("Access logs for your Network Load Balancer", $"{Documentation}elasticloadbalancing/latest/network/load-balancer-access-logs.html"),
        ("Application Load Balancers guide", $"{Documentation}elasticloadbalancing/latest/application/edit-target-group-attributes.html"),
        ("Application Load Balancers, security policies", $"{Documentation}elasticloadbalancing/latest/application/describe-ssl-policies.html"),
        ("Application Load Balancers, slow start mode", $"{Documentation}elasticloadbalancing/latest/application/edit-target-group-attributes.html"),
        ("Amazon S3, bucket naming rules", $"{Documentation}AmazonS3/latest/userguide/bucketnamingrules.html"),
        ("ECS guide", $"{Documentation}AmazonECS/latest/developerguide/ecs_services.html"),
        ("EC2 quota", $"{Documentation}vpc/latest/userguide/amazon-vpc-limits.html"),
        ("EC2 resource ids", $"{Documentation}AWSEC2/latest/UserGuide/resource-ids.html"),
        ("EC2 user guide, run commands at launch", $"{Documentation}AWSEC2/latest/UserGuide/user-data.html"),
        ("Elastic Load Balancing, internet-facing load balancers", $"{Documentation}elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html"),
        ("Elastic Load Balancing guides, target group health", $"{Documentation}elasticloadbalancing/latest/application/target-group-health.html"),
        ("Network Load Balancers, Application Load Balancers as targets", $"{Documentation}elasticloadbalancing/latest/network/application-load-balancer-target.html"),
        ("Network Load Balancers, client IP preservation", $"{Documentation}elasticloadbalancing/latest/network/edit-target-group-attributes.html"),
        ("Network Load Balancers, connection idle timeout", $"{Documentation}elasticloadbalancing/latest/network/network-load-balancers.html"),
        ("Network Load Balancers, security groups", $"{Documentation}elasticloadbalancing/latest/network/load-balancer-security-groups.html"),
        ("Quotas of Application Load Balancers", $"{Documentation}elasticloadbalancing/latest/application/load-balancer-limits.html"),
        ("Quotas of Network Load Balancers", $"{Documentation}elasticloadbalancing/latest/network/load-balancer-limits.html"),
        ("Route 53, supported DNS record types", $"{Documentation}Route53/latest/DeveloperGuide/ResourceRecordTypes.html"),
        ("Route 53, values specific for failover and geolocation records", $"{Documentation}Route53/latest/DeveloperGuide/resource-record-sets-values.html"),
        ("Security Hub, EC2", $"{Documentation}securityhub/latest/userguide/ec2-controls.html"),
        ("Security Hub, Elastic Load Balancing", $"{Documentation}securityhub/latest/userguide/elb-controls.html"),
        ("Tagging AWS resources", $"{Documentation}tag-editor/latest/userguide/tagging.html"),
        ("Terraform JSON syntax", "https://developer.hashicorp.com/terraform/language/syntax/json"),
        ("Terraform identifiers", "https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers"),
        ("VPC quota", $"{Documentation}vpc/latest/userguide/amazon-vpc-limits.html"),
        ("YAML 1.2.2", "https://yaml.org/spec/1.2.2/"),
    ];

    /// <summary>The page of a source, or null.</summary>
    internal static Uri? Find(string source) => (Reference(source) ?? Titled(source) ?? Provider(source)) is { } page ? new Uri(page) : null;

    /// <summary><c>elbv2 CreateTargetGroupInput.Port</c> is about the operation CreateTargetGroup, <c>EC2 IpRange.CidrIp</c> about a type.</summary>
    private static string? Reference(string source) =>
        Api().Match(source) is { Success: true } match && References.TryGetValue(match.Groups["service"].Value, out var reference)
            ? $"{Documentation}{reference}API_{match.Groups["name"].Value}.html"
            : null;

    private static string? Titled(string source) =>
        Pages.Where(page => source.StartsWith(page.Beginning, StringComparison.Ordinal)).OrderByDescending(page => page.Beginning.Length).Select(page => page.Page).FirstOrDefault();

    private static string? Provider(string source) =>
        Issue().Match(source) is { Success: true } issue ? $"https://github.com/hashicorp/terraform-provider-aws/issues/{issue.Groups["number"].Value}"
        : Resource().Match(source) is { Success: true } resource ? $"https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/{resource.Groups["name"].Value}"
        : null;

    [GeneratedRegex("^(?<service>Route 53|Application Auto Scaling|Auto Scaling|CloudWatch Logs|EventBridge Scheduler|Systems Manager|[A-Za-z]+[0-9]*) (?<name>[A-Z][A-Za-z0-9]*?[a-z0-9])(Input|Request)?(?![A-Za-z0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Api();

    [GeneratedRegex("^provider issues? #(?<number>[0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Issue();

    [GeneratedRegex("^aws_(?<name>[a-z0-9_]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Resource();
}
