using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
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

    /// <summary>The services that a property's name tells.</summary>
    private static readonly Dictionary<string, string[]> Services = new()
    {
        ["FunctionArn"] = ["lambda"],
        ["WebAclArn"] = ["wafv2", "waf-regional"],
        ["NamespaceArn"] = ["servicediscovery"],
        ["ServiceConnectNamespaceArn"] = ["servicediscovery"],
        ["RegistryArn"] = ["servicediscovery"],
        ["TaskRoleArn"] = ["iam"],
        ["ExecutionRoleArn"] = ["iam"],
        ["InvokeRoleArn"] = ["iam"],
        ["TopicArn"] = ["sns"],
        ["DeadLetterQueueArn"] = ["sqs"],
        ["UserPoolArn"] = ["cognito-idp"],
        ["KmsKeyArn"] = ["kms"],
        ["LogKmsKeyArn"] = ["kms"],
        ["VolumeKmsKeyArn"] = ["kms"],
        ["FargateStorageKmsKeyArn"] = ["kms"],
        ["ManagedStorageKmsKeyArn"] = ["kms"],
        ["SecretsKmsKeyArns"] = ["kms"],
        ["EcrRepositoryArns"] = ["ecr"],
    };

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("ARN344", "Load balancers, target groups, Lambda functions, web ACLs, clusters, namespaces, queues, topics and keys are of the region of what uses them; the first three and clusters of its account too.", "AWS does not find them from elsewhere.", "elbv2 CreateTargetGroupInput.TargetType; WAF AssociateWebACLRequest.ResourceArn; ECS CreateServiceRequest.cluster; EventBridge DeadLetterConfig; Lambda functions as targets")
            .ForAll(CheckPlaces),
        Rule.Error("ARN345", "An ARN is of the service that its property is for, and has a partition, a service and a resource; a web ACL for a load balancer is a regional one.", "AWS rejects any other string.", "WAF AssociateWebACLRequest.WebACLArn; AWS general reference, Amazon Resource Names")
            .ForAll(CheckForms)
            .AsLastResort(),
    ];

    private static void CheckPlaces(Model model, Report report)
    {
        if (model.Of<ManifestProps>().FirstOrDefault()?.Props is not { } manifest || !manifest.Region.TryGetLiteral(out var region))
        {
            return;
        }
        var account = manifest.AccountId.IsLiteral(out var number) ? number : null;
        foreach (var (declaration, value, parts) in In(model))
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
            if (!Services.TryGetValue(value.Property, out var services))
            {
                continue;
            }
            if (parts is not ["arn", { Length: > 0 }, var service, _, _, { Length: > 0 }, ..] || !services.Contains(service))
            {
                report.At(declaration).Add(value.Path, "is not such an ARN", Quoted.Of(value.Value.Literal!), $"arn:aws:{services[0]}:…", "copy the ARN from the console or from its stack's output");
            }
            else if (IsGlobal(parts))
            {
                report.At(declaration).Add(value.Path, "is a web ACL for CloudFront", Quoted.Of(value.Value.Literal!), "arn:aws:wafv2:REGION:ACCOUNT:regional/webacl/NAME/ID", "make a web ACL with the scope REGIONAL in the load balancer's region");
            }
        }
    }

    private static bool IsGlobal(string[] arn) => arn is [_, _, "wafv2", _, _, var resource, ..] && resource.StartsWith("global/", StringComparison.Ordinal);

    /// <summary>The literals of all properties that are called after ARNs; secrets, which may be anything, are not.</summary>
    private static IEnumerable<(Declaration Declaration, PropertyValue Value, string[] Parts)> In(Model model) =>
        from declaration in model.Declarations
        from value in PropertyValues.Of(declaration.Props)
        // Static addresses may lead to a load balancer that is elsewhere.
        where declaration.Props is not ExistingApplicationLoadBalancerProps && (value.Property.EndsWith("Arn", StringComparison.Ordinal) || value.Property.EndsWith("Arns", StringComparison.Ordinal)) && value.Value.Literal is string
        select (declaration, value, ((string)value.Value.Literal!).Split(':'));
}
