using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Catalogue;

/// <summary>What holds of the ARNs of things that exist already: whose they are, and where.</summary>
internal static class ArnRules
{
    /// <summary>How close something must be to what uses it.</summary>
    private enum Near
    {
        /// <summary>In the same region and account.</summary>
        Account,

        /// <summary>In the same region; an account can share it.</summary>
        Region,
    }

    private const int LongestArn = 2048;

    /// <summary>A cluster may also be named by its name alone.</summary>
    private static readonly TextMatching ClusterArn = new(@"^(arn:[^:\s]+:ecs:[^:\s]*:[^:\s]*:[^:\s]\S*|[A-Za-z0-9_-]{1,255})$", LongestArn, "arn:aws:ecs:REGION:ACCOUNT:cluster/NAME, or the cluster's name");

    private static readonly TextMatching ApplicationLoadBalancer = new(@"^arn:[^:\s]+:elasticloadbalancing:[^:\s]*:[^:\s]*:loadbalancer/app/\S+$", LongestArn, "arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/app/NAME/ID");

    /// <summary>The services whose resources are used from their own region alone, by the property that names them; any property where none is named.</summary>
    private static readonly (string Service, string? Property, Near Near)[] Table =
    [
        ("elasticloadbalancing", null, Near.Account),
        ("lambda", "FunctionArn", Near.Account),
        ("wafv2", "WebAclArn", Near.Region),
        ("ecs", "Arn", Near.Account),
        ("servicediscovery", null, Near.Region),
        ("kms", "KmsKeyArn", Near.Region),
        ("kms", "LogKmsKeyArn", Near.Region),
        ("kms", "VolumeKmsKeyArn", Near.Region),
        ("kms", "FargateStorageKmsKeyArn", Near.Region),
        ("kms", "ManagedStorageKmsKeyArn", Near.Region),
        ("sns", "TopicArn", Near.Region),
        ("sqs", "DeadLetterQueueArn", Near.Region),
    ];

    private static readonly PropertyForms Forms = new(
        (typeof(ExistingTargetGroup), nameof(ExistingTargetGroup.Arn), Arn("elasticloadbalancing")),
        (typeof(ExistingApplicationLoadBalancerProps), nameof(ExistingApplicationLoadBalancerProps.Arn), ApplicationLoadBalancer),
        (null, "LoadBalancerArn", ApplicationLoadBalancer),
        (typeof(ExistingTrustStore), nameof(ExistingTrustStore.Arn), Arn("elasticloadbalancing")),
        (typeof(ExistingEcsCluster), nameof(ExistingEcsCluster.Arn), ClusterArn),
        (null, "FunctionArn", Arn("lambda")),
        (null, "WebAclArn", new(@"^arn:[^:\s]+:(wafv2:[^:\s]*:[^:\s]*:regional/|waf-regional:[^:\s]*:[^:\s]*:)\S+$", LongestArn, "arn:aws:wafv2:REGION:ACCOUNT:regional/webacl/NAME/ID")),
        (null, "NamespaceArn", Arn("servicediscovery")),
        (null, "ServiceConnectNamespaceArn", Arn("servicediscovery")),
        (null, "RegistryArn", Arn("servicediscovery")),
        (null, "TaskRoleArn", Arn("iam")),
        (null, "ExecutionRoleArn", Arn("iam")),
        (null, "InvokeRoleArn", Arn("iam")),
        (null, "TopicArn", Arn("sns")),
        (null, "DeadLetterQueueArn", Arn("sqs")),
        (null, "UserPoolArn", Arn("cognito-idp")),
        (null, "KmsKeyArn", Arn("kms")),
        (null, "LogKmsKeyArn", Arn("kms")),
        (null, "VolumeKmsKeyArn", Arn("kms")),
        (null, "FargateStorageKmsKeyArn", Arn("kms")),
        (null, "ManagedStorageKmsKeyArn", Arn("kms")),
        (null, "SecretsKmsKeyArns", Arn("kms")),
        (null, "EcrRepositoryArns", Arn("ecr")));

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("ARN344", "Load balancers, target groups, Lambda functions, web ACLs, clusters, namespaces, queues, topics and keys are of the region of what uses them; the first three and clusters of its account too.", "AWS does not find them from elsewhere.", "elbv2 CreateTargetGroupInput.TargetType; WAF AssociateWebACLRequest.ResourceArn; ECS CreateServiceRequest.cluster; EventBridge DeadLetterConfig; Lambda functions as targets")
            .ForAll(CheckPlaces),
        Rule.Error("ARN345", "An ARN is of the service that its property is for, and has a partition, a service and a resource; a web ACL for a load balancer is a regional one.", "AWS rejects any other string.", "WAF AssociateWebACLRequest.WebACLArn; AWS general reference, Amazon Resource Names")
            .ForAll(CheckForms)
            .Forming(Forms.Of)
            .AsLastResort(),
    ];

    private static void CheckPlaces(Model model, Report report)
    {
        if (model.Of<ManifestProps>().FirstOrDefault()?.Props is not { } manifest || !manifest.Region.TryGetLiteral(out var region))
        {
            return;
        }
        var account = manifest.AccountId.IsLiteral(out var number) ? number : null;
        // Static addresses may lead to a load balancer that is elsewhere.
        foreach (var (declaration, value, parts) in In(model).Where(static found => found.Declaration.Props is not ExistingApplicationLoadBalancerProps))
        {
            if (parts is not ["arn", _, var service, { Length: > 0 } place, var owner, ..] || Array.Find(Table, entry => entry.Service == service && (entry.Property is null || entry.Property == value.Property)) is not { Service: not null } entry)
            {
                continue;
            }
            if (place != region && !IsGlobal(parts))
            {
                report.At(declaration).Add(value.Path, "is of another region", Quoted.Of(value.Value.Literal!), $"one in {region}", $"name one in {region}");
            }
            else if (entry.Near == Near.Account && account is not null && owner.Length > 0 && owner != account)
            {
                report.At(declaration).Add(value.Path, "is of another account", Quoted.Of(value.Value.Literal!), $"one of {account}", $"name one of {account}");
            }
        }
    }

    private static void CheckForms(Model model, Report report)
    {
        foreach (var (declaration, value, parts) in In(model))
        {
            if (Forms.Of(value.Owner, value.Property) is not { } form || form.Accepts(value.Value.Literal!))
            {
                continue;
            }
            if (IsGlobal(parts))
            {
                report.At(declaration).Add(value.Path, "is a web ACL for CloudFront", Quoted.Of(value.Value.Literal!), form.Allowed, "make a web ACL with the scope REGIONAL in the load balancer's region");
            }
            else
            {
                report.At(declaration).Add(value.Path, "is not such an ARN", Quoted.Of(value.Value.Literal!), form.Allowed, "copy the ARN from the console or from its stack's output");
            }
        }
    }

    private static TextMatching Arn(string service) => new($@"^arn:[^:\s]+:{service}:[^:\s]*:[^:\s]*:[^:\s]\S*$", LongestArn, $"arn:aws:{service}:…");

    private static bool IsGlobal(string[] arn) => arn is [_, _, "wafv2", _, _, var resource, ..] && resource.StartsWith("global/", StringComparison.Ordinal);

    /// <summary>The literals of all properties that are called after ARNs; secrets, which may be anything, are not.</summary>
    private static IEnumerable<(Declaration Declaration, PropertyValue Value, string[] Parts)> In(Model model) =>
        from declaration in model.Declarations
        from value in declaration.Values
        where (value.Property.EndsWith("Arn", StringComparison.Ordinal) || value.Property.EndsWith("Arns", StringComparison.Ordinal)) && value.Value.Literal is string
        select (declaration, value, ((string)value.Value.Literal!).Split(':'));
}
