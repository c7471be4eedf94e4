namespace Orchestrator.Modules.Names;

/// <summary>
/// What AWS wants of names, for every type of resource that is made here: lengths and characters from the API models (botocore, of the operations
/// that are named), scopes from those or from the pages that are.
/// </summary>
internal static class AwsNames
{
    private const string Region = "account and region";
    private const string Account = "account";

    internal static readonly AwsName LoadBalancer = new("aws_lb", "name", NameScope.Region, Region, 32, "-", "STACK-NAME", "name", "elbv2 CreateLoadBalancerInput.Name") { Noun = "a load balancer", Reserved = ["internal-"] };
    internal static readonly AwsName TargetGroup = new("aws_lb_target_group", "name", NameScope.Region, Region, 32, "-", "STACK-NAME-digits of what AWS cannot change in place", "name", "elbv2 CreateTargetGroupInput.Name") { Noun = "a target group" };
    internal static readonly AwsName TrustStore = new("aws_lb_trust_store", "name", NameScope.Region, Region, 32, "-", "STACK-NAME", "name", "elbv2 CreateTrustStoreInput.Name") { Noun = "a trust store" };
    internal static readonly AwsName ListenerPort = new("aws_lb_listener", "port", NameScope.Whole, "load balancer", 5, "", "none: it is always set", "port", "elbv2 CreateListenerInput.Port") { Noun = "a listener's port" };
    internal static readonly AwsName RulePriority = new("aws_lb_listener_rule", "priority", NameScope.Whole, "listener", 5, "", "a number that comes from NAME, and at an existing listener from STACK too", "priority", "elbv2 CreateRuleInput.Priority") { Noun = "a listener rule's priority" };
    internal static readonly AwsName SecurityGroup = new("aws_security_group", "name", NameScope.Whole, "VPC", 255, " ._-:/()#,@[]+=&;{}!$*", "NAME- and 26 characters of the provider's", "name", "EC2 CreateSecurityGroupRequest.GroupName") { Noun = "a security group" };
    internal static readonly AwsName Cluster = new("aws_ecs_cluster", "name", NameScope.Region, Region, 255, "-_", "STACK-NAME", "name", "ECS CreateClusterRequest.clusterName") { Noun = "a cluster" };
    internal static readonly AwsName CapacityProvider = new("aws_ecs_capacity_provider", "name", NameScope.Region, Region, 255, "-_", "STACK-CLUSTER-NAME", "name", "ECS CreateCapacityProviderRequest.name") { Noun = "a capacity provider", Reserved = ["aws", "ecs", "fargate"] };
    internal static readonly AwsName Service = new("aws_ecs_service", "name", NameScope.Whole, "cluster", 255, "-_", "NAME; in an existing cluster STACK-NAME", "name", "ECS CreateServiceRequest.serviceName") { Noun = "a service" };
    internal static readonly AwsName LogGroup = new("aws_cloudwatch_log_group", "name", NameScope.Region, Region, 512, ".-_/#", "/ecs/STACK/NAME, /ecs/exec/STACK/NAME, /aws/lambda/FUNCTION", "logGroup.name", "CloudWatch Logs CreateLogGroupRequest.logGroupName") { Noun = "a log group" };
    internal static readonly AwsName Alarm = new("aws_cloudwatch_metric_alarm", "alarm_name", NameScope.Region, Region, 255, "-_", "STACK-NAME-what it is about", null, "CloudWatch PutMetricAlarmInput.AlarmName") { Noun = "an alarm" };
    internal static readonly AwsName EventRule = new("aws_cloudwatch_event_rule", "name", NameScope.Region, "event bus", 64, ".-_", "STACK-NAME", "name", "EventBridge PutRuleRequest.Name") { Noun = "a rule of EventBridge" };
    internal static readonly AwsName Schedule = new("aws_scheduler_schedule", "name", NameScope.Region, "schedule group, which is the default one", 64, ".-_", "STACK-NAME", "name", "EventBridge Scheduler CreateScheduleInput.Name") { Noun = "a schedule" };
    internal static readonly AwsName Function = new("aws_lambda_function", "function_name", NameScope.Region, Region, 64, "-_", "STACK-NAME-sync", "sync.functionName", "Lambda CreateFunctionRequest.FunctionName") { Noun = "a function" };
    internal static readonly AwsName Table = new("aws_dynamodb_table", "name", NameScope.Region, Region, 255, ".-_", "STACK-NAME", "table.name", "DynamoDB CreateTableInput.TableName") { Noun = "a table" };
    internal static readonly AwsName Queue = new("aws_sqs_queue", "name", NameScope.Region, Region, 80, "-_", "STACK-NAME-dead-letters- and 26 characters of the provider's", null, "SQS CreateQueueRequest.QueueName") { Noun = "a queue" };
    internal static readonly AwsName Topic = new("aws_sns_topic", "name", NameScope.Region, Region, 256, "-_", "STACK-NAME-alarms- and 26 characters of the provider's", null, "SNS CreateTopicInput.Name") { Noun = "a topic" };
    internal static readonly AwsName LaunchTemplate = new("aws_launch_template", "name", NameScope.Region, Region, 128, "-_().", "STACK-NAME- and 26 characters of the provider's", null, "EC2 CreateLaunchTemplateRequest.LaunchTemplateName") { Noun = "a launch template" };
    internal static readonly AwsName AutoScalingGroup = new("aws_autoscaling_group", "name", NameScope.Region, Region, 255, "-_", "STACK-CLUSTER-NAME- and 26 characters of the provider's", null, "Auto Scaling CreateAutoScalingGroup.AutoScalingGroupName") { Noun = "an Auto Scaling group" };
    internal static readonly AwsName Bucket = new("aws_s3_bucket", "bucket", NameScope.Partition, "AWS", 63, "-", "STACK-NAME- and 26 characters of the provider's", "name", "Amazon S3, bucket naming rules") { Noun = "a bucket", IsLowerCase = true };
    internal static readonly AwsName Role = new("aws_iam_role", "name", NameScope.Account, Account, 64, "+=,.@_-", "STACK-NAME-what for- and 26 characters of the provider's", "taskRoleName, executionRoleName", "IAM CreateRoleRequest.RoleName") { Noun = "a role", IgnoresCase = true };
    internal static readonly AwsName InstanceProfile = new("aws_iam_instance_profile", "name", NameScope.Account, Account, 128, "+=,.@_-", "STACK-CLUSTER-NAME-instance- and 26 characters of the provider's", null, "IAM CreateInstanceProfileRequest.InstanceProfileName") { Noun = "an instance profile", IgnoresCase = true };
    internal static readonly AwsName Policy = new("aws_iam_policy", "name", NameScope.Account, Account, 128, "+=,.@_-", "terraform-state-what for", "--prefix of state bootstrap", "IAM CreatePolicyRequest.PolicyName") { Noun = "a policy", IgnoresCase = true };
    internal static readonly AwsName IdentityProvider = new("aws_iam_openid_connect_provider", "url", NameScope.Account, Account, 255, ":/.-", "https://token.actions.githubusercontent.com", "--github-provider-arn of state bootstrap, for one that exists", "IAM CreateOpenIDConnectProviderRequest.Url") { Noun = "an OpenID Connect provider" };
    internal static readonly AwsName KeyAlias = new("aws_kms_alias", "name", NameScope.Region, Region, 256, ":/_-", "alias/terraform-state", "--prefix of state bootstrap", "KMS CreateAliasRequest.AliasName") { Noun = "an alias of a key" };
    internal static readonly AwsName Parameter = new("aws_ssm_parameter", "name", NameScope.Region, Region, 1011, ".-_/", "/terraform/STACK/TYPE/NAME/ATTRIBUTE", null, "Systems Manager PutParameterRequest.Name") { Noun = "a parameter" };
    internal static readonly AwsName Record = new("aws_route53_record", "name", NameScope.Whole, "hosted zone, with its type and set identifier", 255, "-_.*", "none: it is always set", "name", "Route 53 ResourceRecordSet.Name") { Noun = "a record" };

    /// <summary>The record that ACM asks for: it comes from the account and the domain name.</summary>
    internal static readonly AwsName ValidationRecord = Record with { Scope = NameScope.WholeAndAccount, Noun = "the record that validates a domain name", Key = "validationRecords: false, where another makes it" };

    /// <summary>The name that revisions share. It need not be unique: two stacks that had one would each replace what the other runs.</summary>
    internal static readonly AwsName Family = new("aws_ecs_task_definition", "family", NameScope.Region, $"{Region}, or two stacks share its revisions", 255, "-_", "STACK-NAME", "family", "ECS RegisterTaskDefinitionRequest.family") { Noun = "a task definition's family" };

    /// <summary>The types with names, in the order of the page about them.</summary>
    internal static IReadOnlyList<AwsName> All { get; } =
    [
        LoadBalancer, TargetGroup, TrustStore, ListenerPort, RulePriority, SecurityGroup,
        Cluster, CapacityProvider, Service, Family, LogGroup, AutoScalingGroup, LaunchTemplate,
        EventRule, Schedule, Queue, Table, Function, Alarm, Topic, Parameter,
        Bucket, Role, InstanceProfile, Policy, IdentityProvider, KeyAlias, Record,
    ];

    /// <summary>The types that two stacks can both have without a name.</summary>
    internal static IReadOnlyList<UnnamedResource> Unnamed { get; } =
    [
        new("aws_acm_certificate", "ACM gives an ARN; two certificates can have one domain name"),
        new("aws_acm_certificate_validation", "waits for a certificate, and makes nothing"),
        new("aws_appautoscaling_policy", "its name is one of its service's: NAME and the policy's"),
        new("aws_appautoscaling_scheduled_action", "its name is one of its service's: NAME and the action's"),
        new("aws_appautoscaling_target", "is its service's number of tasks"),
        new("aws_cloudwatch_event_target", "its id is one of its rule's"),
        new("aws_ecs_cluster_capacity_providers", "belongs to its cluster"),
        new("aws_eip", "EC2 gives an id and an address"),
        new("aws_iam_role_policy", "its name is one of its role's"),
        new("aws_iam_role_policy_attachment", "belongs to its role"),
        new("aws_instance", "EC2 gives an id; the Name tag need not be unique"),
        new("aws_kms_key", "KMS gives an id"),
        new("aws_lambda_function_event_invoke_config", "belongs to its function"),
        new("aws_lambda_permission", "its statement's id is one of its function's, and generated"),
        new("aws_lb_listener_certificate", "belongs to its listener"),
        new("aws_lb_target_group_attachment", "belongs to its target group"),
        new("aws_lb_trust_store_revocation", "belongs to its trust store"),
        new("aws_route53_health_check", "Route 53 gives an id"),
        new("aws_route53_zone", "Route 53 gives an id; two zones can have one domain name"),
        new("aws_s3_bucket_lifecycle_configuration", "belongs to its bucket"),
        new("aws_s3_bucket_notification", "belongs to its bucket"),
        new("aws_s3_bucket_ownership_controls", "belongs to its bucket"),
        new("aws_s3_bucket_policy", "belongs to its bucket"),
        new("aws_s3_bucket_public_access_block", "belongs to its bucket"),
        new("aws_s3_bucket_server_side_encryption_configuration", "belongs to its bucket"),
        new("aws_s3_bucket_versioning", "belongs to its bucket"),
        new("aws_sns_topic_policy", "belongs to its topic"),
        new("aws_sqs_queue_policy", "belongs to its queue"),
        new("aws_vpc_security_group_egress_rule", "belongs to its security group"),
        new("aws_vpc_security_group_ingress_rule", "belongs to its security group"),
        new("aws_wafv2_web_acl_association", "belongs to its load balancer"),
    ];
}
