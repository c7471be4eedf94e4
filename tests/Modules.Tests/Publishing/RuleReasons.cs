namespace Orchestrator.Modules.Tests.Publishing;

/// <summary>Why a published module has no validation for a rule that its constructs can break.</summary>
internal static class RuleReasons
{
    private const string NoInput = "no input: the module has none that could break it";
    private const string AtTheApply = "not held: AWS refuses it in the apply";
    private const string ByConstruction = "by construction: ";

    /// <summary>Rules that no validation of a module holds, each with how it is held otherwise or why it cannot be; empty for every module.</summary>
    private static readonly Dictionary<(string Module, string Rule), string> Reasons = new()
    {
        [("", "ID181")] = ByConstruction + "what is made more than once has its keys in its address",
        [("", "NAME300")] = "not expressible: what other modules call things is not known; the README says who gives the name",
        [("", "LB019")] = ByConstruction + "the groups that it makes are forwarded to by its own listeners; who else uses another group is nowhere said",
        [("application-load-balancer", "LSN339")] = NoInput,
        [("application-load-balancer", "PROV331")] = NoInput,
        [("application-load-balancer", "RULE335")] = NoInput,
        [("application-load-balancer", "RULE336")] = NoInput,
        [("application-load-balancer", "RULE337")] = NoInput,
        [("application-load-balancer", "TG059")] = NoInput,
        [("application-load-balancer", "TG060")] = NoInput,
        [("application-load-balancer", "TG061")] = NoInput,
        [("application-load-balancer", "TG066")] = NoInput,
        [("certificate", "ACM215")] = "not expressible: what other certificates there are is not known; the README says it",
        [("static-ip-alb", "SYNC164")] = "not expressible: with lambdaSync the Application Load Balancer may be where the provider cannot look; the README says it",
        [("", "SVC324")] = NoInput,
        [("", "SVC326")] = NoInput,
        [("", "SVC327")] = NoInput,
        [("", "SVC329")] = NoInput,
        [("", "SVC330")] = NoInput,
        [("", "SVC331")] = NoInput,
        [("", "SVC360")] = NoInput,
        [("", "SVC361")] = NoInput,
        [("", "SVC362")] = NoInput,
        [("", "SVC363")] = NoInput,
        [("", "SVC364")] = NoInput,
        [("", "SVC365")] = NoInput,
        [("", "ARN344")] = AtTheApply,
        [("", "LB358")] = AtTheApply,
        [("", "TG360")] = AtTheApply,
        [("", "DNS207")] = ByConstruction + "records have the keys of a map in their addresses",
        [("ec2-service", "TASK101")] = ByConstruction + "the tasks run on instances",
        [("ec2-service", "TASK103")] = ByConstruction + "the tasks run on instances",
        [("ec2-service", "TASK104")] = ByConstruction + "the tasks run on instances",
        [("ec2-service", "TASK105")] = ByConstruction + "the tasks run on instances",
        [("ec2-service", "TASK114")] = ByConstruction + "the tasks run on instances",
        [("ec2-service", "TASK115")] = ByConstruction + "the tasks run on instances",
        [("ec2-service", "SVC125")] = NoInput,
        [("ec2-service", "SVC325")] = ByConstruction + "the tasks run on instances",
        [("ec2-service", "SVC134")] = NoInput,
        [("ec2-service", "SVC131")] = "not expressible: asked before the plan, AWS does not know of a listener or a rule that is made with the service; the README says it",
        [("ec2-service", "TASK118")] = "not expressible: Terraform drops what an object has no attribute for before a condition sees it",
        [("ec2-service", "SVC127")] = NoInput,
        [("ec2-service", "EC2144")] = "not expressible: the instances' groups are the cluster's; the README says which ports they let in",
        [("event-task", "EVT148")] = ByConstruction + "a schedule is one of EventBridge Scheduler, which is on no event bus",
        [("event-task", "EVT152")] = "not expressible: which buckets send their notifications to EventBridge is nowhere said; the README says it",
        [("event-task", "EVT277")] = "not expressible: Terraform knows no names of time zones",
        [("event-task", "EVT260")] = NoInput,
        [("fargate-service", "SVC125")] = NoInput,
        [("fargate-service", "SVC134")] = NoInput,
        [("fargate-service", "SVC131")] = "not expressible: asked before the plan, AWS does not know of a listener or a rule that is made with the service; the README says it",
        [("fargate-service", "TASK118")] = "not expressible: Terraform drops what an object has no attribute for before a condition sees it",
        [("fargate-service", "SVC127")] = ByConstruction + "the tasks run on Fargate",
        [("fargate-service", "EC2144")] = ByConstruction + "the tasks run on Fargate",
        [("fargate-service", "TASK102")] = NoInput,
        [("fargate-service", "TASK109")] = ByConstruction + "the tasks run on Fargate",
        [("fargate-service", "TASK122")] = NoInput,
        [("fargate-service", "SVC128")] = NoInput,
        [("fargate-service", "SVC140")] = NoInput,
        [("network-load-balancer", "NLB340")] = ByConstruction + "a listener names one target group",
        [("network-load-balancer", "NLB188")] = ByConstruction + "an address has the key of its mapping, whose subnet's zone the caller knows",
        [("network-load-balancer", "TG040")] = NoInput,
        [("network-load-balancer", "TG041")] = NoInput,
        [("network-load-balancer", "TG053")] = NoInput,
        [("network-load-balancer", "TG054")] = NoInput,
        [("network-load-balancer", "TG055")] = NoInput,
        [("network-load-balancer", "TG064")] = NoInput,
    };

    /// <summary>Every module and rule with a reason.</summary>
    internal static IEnumerable<(string Module, string Rule)> All => Reasons.Keys;

    /// <summary>The reason; null where there is none.</summary>
    internal static string? Of(string module, string rule) => Reasons.GetValueOrDefault((module, rule)) ?? Reasons.GetValueOrDefault(("", rule));
}
