namespace Orchestrator.Modules.Tests.Changes;

/// <summary>Keys whose removal plans nothing, or less than the two configurations differ in, each with its reason.</summary>
internal static class Exemptions
{
    private const string NothingDiffers = "no value of it";
    private const string NothingPlanned = "nothing is planned";
    private const string Default = "is what holds without it, and the manifest allows no other";
    private const string TcpCheck = "health_check\\[0\\]\\.(matcher|path)\" cannot be specified when";
    private const string LaunchTemplate = "reading EC2 (Launch Template|Instance)";

    /// <summary>All of them.</summary>
    internal static ExemptionList All { get; } = new(
    [
        // What no resource has.
        (@" network\.", NothingDiffers, "describes what exists: rules read it"),
        (@" existingApplicationLoadBalancers\.", NothingDiffers, "describes what exists: rules read it"),
        (@" suppressions$", NothingDiffers, "is the check's"),
        (@"(ecsServices\.app\.taskDefinition|loadBalancedFargateServices\.sample)\.region$", NothingDiffers, "is the manifest's, and another is refused"),
        (@"\.(nodes|app|sample|nightly|edge|instances)\.vpcId$", NothingDiffers, "is the network's, and another is refused"),
        (@"staticIpApplicationLoadBalancers\.edge\.vpcCidrs$", NothingDiffers, "is the network's"),
        (@" logBuckets\.logs\.accountId$", NothingDiffers, "is the manifest's"),
        (@"\.(ignoreDesiredCount|ignoreTaskDefinition)$", NothingPlanned, "says what Terraform looks at; nothing in AWS has it"),
        (@" loadBalancedFargateServices\.sample\.desiredCount$", NothingPlanned, "says what a service begins with: the number is the scaling's, and Terraform does not look at it"),
        (@"\.validationTimeoutMinutes$", NothingPlanned, "says how long an apply waits; nothing in AWS has it"),
        (@" records\.plain\.overwrite$", NothingPlanned, "says what creating a record does; nothing in AWS has it"),

        // What says what holds without it, and where no other value is legal beside the rest of the manifest.
        (@"autoScalingGroups\.nodes\.(cpuArchitecture|managedScaling\.enabled|protectFromScaleIn)$", NothingDiffers, Default),
        (@"ecsServices\.app\.(schedulingStrategy|deploymentController|targetGroups\[0\]\.(container|containerPort)|scaling\.targetTracking\.requests\.targetGroup)$", NothingDiffers, Default),
        (@"ecsServices\.app\.taskDefinition\.(memoryMiB|operatingSystemFamily|volumes\.data\.efs\.transitEncryption|containers\.app\.portMappings\[0\]\.hostPort)$", NothingDiffers, Default),
        (@"loadBalancedFargateServices\.sample\.memoryMiB$", NothingDiffers, Default),
        (@"scheduledTasks\.(nightly\.launchType|rule\.eventBus)$", NothingDiffers, Default),
        (@"uploadTasks\.import\.container$", NothingDiffers, Default),
        (@"authenticateCognito\.scope$", NothingDiffers, Default),
        (@"staticIpApplicationLoadBalancers\.edge\.(elasticIps|ports\.https\.targetGroupHealth(\..*)?)$", NothingDiffers, Default),
        (@"clientSecret\.jsonKey$", NothingDiffers, "is read from the secret by a data source, which is made up here"),
        (@"targetGroupHealth\.dnsFailover\.minimumHealthyTargetsPercentage$", NothingDiffers, Default),
        (@"records\.blue\.routing\.setIdentifier$", NothingDiffers, Default),
        (@"instances\.web\.rootVolume\.(type|encrypted|deviceName)$", NothingDiffers, Default),
        (@"efs\.rootDirectory$", NothingPlanned, Default),
        (@"volumes\.docker\.docker\.(autoprovision|driver)$", NothingPlanned, Default),
        (@"\.eventBus$", NothingPlanned, Default),
        (@" records\.(cdn|both)\.alias\.evaluateTargetHealth$", NothingDiffers, Default),
        (@" ecsServices\.\w+\.targetGroups$", "health_check_grace_period_seconds$", "without a load balancer there is no grace period: AWS has 0, which is what was written"),
        (@"table\.(partition|sort)KeyType$", NothingPlanned, Default),
        (@"defaultAction\.redirect\.(path|query)$", NothingPlanned, Default),

        // What stays in AWS.
        (@" logBuckets\.\w+\.name$", NothingPlanned, "a bucket keeps the name that it was made with: it cannot be renamed, and holds the logs (docs/names.md)"),
        (@"\.responseHeaders\.\w+$", NothingPlanned, "the provider sends no empty value, so AWS keeps the header; PLAN37 tells, and the schema says so"),
        (@"\.responseHeaders$", "routing_http_response_", "the same; server goes back to its default"),
        (@"\.requestHeaderNames(\.|$)", NothingPlanned, "the provider keeps the name; PLAN37 tells with the default to write, and the schema says so"),
        (@"\.serviceConnect\.(namespaceArn|services\.\w+\.clientDnsName)$", NothingPlanned, "ECS knows the default and the provider keeps the value; AWS fills it in too, so no plan shows whether somebody wrote it; the schema says so"),
        (@"\.serviceConnect\.log\.options$", NothingPlanned, "the provider does not compare options with none, which PLAN37 tells; another one is planned"),
        (@"\.faultInjection$", NothingPlanned, "the provider keeps it for the next revision; PLAN37 tells, and the schema says so"),
        (@"\.table\.kmsKeyArn$", "server_side_encryption\\.kms_key_arn$", "encryption by a key of one's own is off, and DynamoDB is sent no key"),
        (@" hostedZones\.private\.vpcs\.other\.region$", NothingPlanned, "a VPC has one region for ever"),
        (@" instances\.web\.(privateAddress|primaryIpv6Address|keyName|instanceProfile)$", NothingPlanned, "an instance keeps the addresses, the key and the profile that it was started with; the schema says so, and PLAN37 tells all but the private address, which every instance has"),
        (@" instances\.web\.rootVolume(\.\w+)?$", "nothing is planned|ebs\\.(iops|throughput|volume_size)$", "a volume is not made smaller by what is left out, and the provider keeps what the launch template has, which PLAN37 tells; the schema says so"),
        (@" instances\.app\.userDataBase64$", NothingPlanned, "the provider keeps what the instance was started with; PLAN37 tells, and the schema says so"),

        // What AWS does not read any more.
        (@"\.(access|connection)Logs(\.prefix)?$", "nothing is planned|_logs\\.(bucket|prefix)$", "the logs are off: the provider compares neither, and AWS reads neither"),
        (@"\.mutualAuthentication$", "mutual_authentication\\.", "the mode is off: AWS has no such setting then"),
        (@"\.loadBalancer\.certificate$", "default_action\\.redirect\\.", "the listener forwards: the provider ignores what another type of action has"),

        // What the provider refuses to plan.
        (@" (targetGroups\.(tcp|udp)|staticIpApplicationLoadBalancers\.edge\.ports\.https)\.healthCheck(\.protocol)?$", TcpCheck, "the same as for a change"),
        (@" instances\.web\.tags(\.purpose)?$", LaunchTemplate, "the same as for a change"),
    ]);

    private static readonly (string Text, string Reason)[] Refusals =
    [
        (TcpCheck, "the provider holds a check by TCP against the path and the matcher of the old one, also where the group is replaced; plan says what to do (TerraformError)"),
        (LaunchTemplate, "the provider asks AWS for the template, which there is none of here"),
    ];

    /// <summary>Why the provider may refuse to plan a change; null where it may not.</summary>
    internal static string? ReasonOfRefusal(string refusal) => Refusals.FirstOrDefault(known => ExemptionList.Matches(refusal, known.Text)).Reason;
}
