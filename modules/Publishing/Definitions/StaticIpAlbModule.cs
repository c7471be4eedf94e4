using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.StaticIp;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>Addresses that stay in front of an Application Load Balancer that exists.</summary>
internal sealed class StaticIpAlbModule : ModuleDefinition
{
    private const string IsKept = """var.mode == "lambdaSync" """;
    private const string HasAlarms = $"{IsKept}&& var.alarms.enabled";

    private static readonly ModuleShape Shape = new()
    {
        LeftOut = new HashSet<string> { "name", "applicationLoadBalancer", "allowFrom", "allowFromPrefixLists", "allowFromSecurityGroups", "allowTo", "migration", "ports.*.healthCheck.enabled", "ports.*.healthCheck.port" },
        Present = new HashSet<string> { "sync", "alarms" },
        Held = new Dictionary<string, (string, string)>
        {
            ["sync.stateBucket.existingName"] = ("existing", "name"),
            ["sync.stateBucket.kmsKeyArn"] = ("kms_key", "arn"),
            ["alarms.topicArn"] = ("topic", "arn"),
        },
        Added = [("alarms", new VariableAttribute("enabled", ScalarType.Boolean, false, true, "Whether there are alarms. There are unless set."))],
        Becoming = new Dictionary<string, (Type, string)>
        {
            ["subnetMappings.*.allocationId"] = (typeof(NetworkLoadBalancerProps), "subnetMappings.*.allocationId"),
            ["ports.*.port"] = (typeof(NetworkListenerProps), "port"),
            ["ports.*.applicationPort"] = (typeof(TargetGroupProps), "port"),
            ["ports.*.tcpIdleTimeoutSeconds"] = (typeof(NetworkListenerProps), "tcpIdleTimeoutSeconds"),
            ["ports.*.healthCheck"] = (typeof(TargetGroupProps), "healthCheck"),
            ["ports.*.deregistrationDelaySeconds"] = (typeof(TargetGroupProps), "deregistrationDelaySeconds"),
            ["ports.*.stickiness"] = (typeof(TargetGroupProps), "stickiness"),
            ["ports.*.targetGroupHealth"] = (typeof(TargetGroupProps), "targetGroupHealth"),
        },
        Descriptions = new Dictionary<string, string>
        {
            ["mode"] = "How connections get to the Application Load Balancer: albTarget, by target groups of type alb, for one in the same VPC and account; lambdaSync, by a function that keeps target groups of type ip equal to its addresses, for any other. albTarget unless set.",
            ["subnetMappings"] = "Where it is: one subnet in each Availability Zone that the Application Load Balancer is in, by keys of your choice, of which the zone's name is a good one. Adding one is possible in place; removing or swapping one replaces the load balancer.",
            ["elasticIps"] = "Whether an Elastic IP is made for each mapping, under the mapping's key, and kept from being destroyed by prevent_destroy. They are for an internet-facing load balancer unless a mapping names its own allocation_id; say false where that is known only when it is made.",
            ["preserveClientIp"] = "Whether the Application Load Balancer sees the clients' addresses. With albTarget it always does. With lambdaSync it sees the Network Load Balancer's unless set, which needs an Application Load Balancer in the same VPC or in one that is peered with it in the same region, and whose security groups let the clients in.",
            ["ports.*.healthCheck.protocol"] = "HTTP, HTTPS or TCP. Unless set, with albTarget HTTPS for the port 443 and HTTP for others, with lambdaSync TCP.",
            ["ports.*.healthCheck.path"] = "The path of an HTTP or HTTPS check, at most 1,024 characters. / unless set.",
            ["ports.*.healthCheck.matcher"] = "The status codes that mean healthy: 200, 200,202 or 200-299. 200-399 unless set.",
            ["ports.*.healthCheck.intervalSeconds"] = "Seconds between two checks of one target, 5 to 300. 30 unless set.",
            ["sync"] = "The function of lambdaSync.",
            ["sync.functionName"] = "The function's name, at most 64 letters, digits, hyphens and underscores. NAME-sync unless set. A change replaces it.",
            ["alarms"] = "When somebody is told that a port has no healthy target, or that the function does not do its work; for lambdaSync. CloudWatch does not count a target of type alb: watch the Application Load Balancer's own target groups there.",
        },
    };

    private static readonly ModuleShape PeerShape = new() { LeftOut = new HashSet<string> { "protocol", "port", "fromPort", "toPort" } };

    internal override string Name => "static-ip-alb";

    internal override string Purpose => "Makes a Network Load Balancer whose addresses stay, in front of an Application Load Balancer that exists.";

    internal override void Build(ModuleBuilder module)
    {
        module.AddName("The Network Load Balancer's name, and the beginning of the names of what else is made. A change replaces it.", LoadBalancerName.Constraint, "LB001");
        module.Add(new VariableAttribute("application_load_balancer_arn", LoadBalancerParts.ApplicationLoadBalancerArn, true, null, "The Application Load Balancer, an internal one with a listener on each port."));
        module.Add(new VariableAttribute("application_load_balancer_dns_name", ScalarType.Text, false, null, "Its DNS name; needed with lambdaSync, whose function asks it for the addresses."));
        var props = module.Read<StaticIpApplicationLoadBalancerProps>(Shape);
        var (client, from) = module.ReadMap<SecurityGroupRuleProps>("allow_from", "Who may connect to the ports, by keys of your choice. Nobody unless set.", PeerShape, "peer");
        var (place, to) = module.ReadMap<SecurityGroupRuleProps>("allow_to", "Where the Application Load Balancer is, by keys of your choice: its security groups, or the CIDR blocks of its subnets where its groups cannot be named, in another region for example.", PeerShape, "peer");

        foreach (var block in new[] { "stickiness", "target_group_health", "target_health_state" })
        {
            module.MakeBlockOnlyWhere("aws_lb_target_group.this", block, Expression.Of("var.mode == \"lambdaSync\""));
        }
        module.MakeBlockAlways("aws_lb_target_group.this", "target_group_health.dns_failover");
        module.MakeBlockAlways("aws_lb_target_group.this", "target_group_health.unhealthy_state_routing");
        // The bucket has its default key where there is none of the caller's.
        module.MakeBlockAlways("aws_s3_bucket_server_side_encryption_configuration.sync", "rule");
        module.MakeBlockAlways("aws_s3_bucket_server_side_encryption_configuration.sync", "rule.apply_server_side_encryption_by_default");
        var application = new ExistingApplicationLoadBalancer(module.Scope, "application", new() { Arn = Expression.Of("var.application_load_balancer_arn"), DnsName = Expression.Of("var.application_load_balancer_dns_name") });
        var balancer = new StaticIpApplicationLoadBalancer(
            module.Scope,
            Symbols.Name,
            props with
            {
                ApplicationLoadBalancer = application,
                SubnetMappings = LoadBalancerParts.WithZones(props.SubnetMappings),
                ElasticIps = module.AddLocal<bool>("elastic_ips", Expression.Of("var.elastic_ips != null ? var.elastic_ips : !var.internal && alltrue([for mapping in var.subnet_mappings : mapping.allocation_id == null])")),
                Peers = [new StaticIpPeer("allowFrom", client, from)],
                Places = [new StaticIpPeer("allowTo", place, to)],
                Sync = WithLocals(module, props.Sync!),
            },
            module.AddPackage(props.EffectiveSync.Architecture));
        MakeWhereNeeded(module);
        StaticIpAlbConditions.Add(module);
        AddOutputs(module, balancer);
    }

    /// <summary>The function with the state's key named.</summary>
    private static LambdaSyncProps WithLocals(ModuleBuilder module, LambdaSyncProps sync) => sync with
    {
        StateBucket = sync.StateBucket with { KmsKeyArn = module.AddLocal("state_kms_key_arn", sync.StateBucket.KmsKeyArn!) with { IsOptional = true, Holder = Parser.Expression("var.sync.state_bucket.kms_key") } },
    };

    private static void MakeWhereNeeded(ModuleBuilder module)
    {
        module.MakeOnlyWhere("aws_eip.this", Expression.Of("local.elastic_ips"));
        module.MakeOnlyWhere("aws_lb_target_group_attachment.alb", Expression.Of("""var.mode == "albTarget" """.Trim()));
        MakeOnlyWhere(
            IsKept,
            "aws_cloudwatch_log_group.sync",
            "aws_iam_role.sync_function",
            "aws_iam_role.sync_invoke",
            "aws_iam_role_policy.sync_function",
            "aws_iam_role_policy.sync_invoke",
            "aws_lambda_function.sync",
            "aws_lambda_function_event_invoke_config.sync",
            "aws_scheduler_schedule.sync",
            "aws_sqs_queue.sync_dead_letters");
        MakeOnlyWhere($"{IsKept}&& var.sync.state_bucket.kms_key != null", "aws_iam_role_policy.sync_state_key");
        MakeOnlyWhere($"{IsKept}&& var.sync.tracing", "aws_iam_role_policy.sync_trace");
        MakeOnlyWhere(
            $"{IsKept}&& var.sync.state_bucket.existing == null",
            "aws_s3_bucket.sync",
            "aws_s3_bucket_lifecycle_configuration.sync",
            "aws_s3_bucket_policy.sync",
            "aws_s3_bucket_public_access_block.sync",
            "aws_s3_bucket_server_side_encryption_configuration.sync",
            "aws_s3_bucket_versioning.sync");
        MakeOnlyWhere($"{HasAlarms} && var.alarms.topic == null", "aws_sns_topic.alarms", "aws_sns_topic_policy.alarms");
        MakeOnlyWhere(
            HasAlarms,
            "aws_cloudwatch_metric_alarm.addresses",
            "aws_cloudwatch_metric_alarm.errors",
            "aws_cloudwatch_metric_alarm.healthy_targets",
            "aws_cloudwatch_metric_alarm.invocations",
            "aws_cloudwatch_metric_alarm.last_success",
            "aws_cloudwatch_metric_alarm.refused_removals",
            "aws_cloudwatch_metric_alarm.unowned_targets",
            "aws_cloudwatch_metric_alarm.waiting_removals");

        void MakeOnlyWhere(string condition, params IReadOnlyList<string> addresses)
        {
            foreach (var address in addresses)
            {
                module.MakeOnlyWhere(address, Expression.Of(condition.Trim()));
            }
        }
    }

    private static void AddOutputs(ModuleBuilder module, StaticIpApplicationLoadBalancer balancer)
    {
        LoadBalancerParts.AddOutputs(module, balancer.LoadBalancer.LogicalId, balancer);
        module.AddOutputOfEach("addresses", "aws_eip.this", "public_ip", "The addresses of its Elastic IPs, which clients can pin, by the keys of the subnet mappings.");
        module.AddOutput("security_group_id", Expression.Of("aws_security_group.load_balancer.id"), "The Network Load Balancer's security group, which those of the Application Load Balancer let in.");
        module.AddOutputOfEach("listener_arns", "aws_lb_listener.this", "arn", "The listeners' ARNs, by the keys of the ports.");
        module.AddOutputOfEach("target_group_arns", "aws_lb_target_group.this", "arn", "The target groups' ARNs, by the keys of the ports.");
        AddOutputOfOne("sync_function_name", "aws_lambda_function.sync", "function_name", "The name of the function that keeps the targets; null with albTarget.");
        AddOutputOfOne("sync_role_arn", "aws_iam_role.sync_function", "arn", "The function's role, for the policy of a key that encrypts its state; null with albTarget.");
        AddOutputOfOne("failure_queue_arn", "aws_sqs_queue.sync_dead_letters", "arn", "The queue of runs that failed or could not be started; null with albTarget.");
        AddOutputOfOne("state_bucket_name", "aws_s3_bucket.sync", "id", "The bucket that is made for the function's state; null where none is.");
        AddOutputOfOne("alarm_topic_arn", "aws_sns_topic.alarms", "arn", "The topic that is made for the alarms, to subscribe to; null where none is.");

        void AddOutputOfOne(string name, string address, string attribute, string description) => module.AddOutput(name, Expression.Of($"one({address}[*].{attribute})"), description);
    }
}
