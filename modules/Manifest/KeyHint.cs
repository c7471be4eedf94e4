using Orchestrator.Text;

namespace Orchestrator.Modules.Manifest;

/// <summary>Guesses which key somebody meant: by what AWS, Terraform and other tools call the same thing, by its spelling, by its beginning.</summary>
internal static class KeyHint
{
    /// <summary>As many letters may be wrong before a word is taken for the beginning of another.</summary>
    private const int FewEdits = 2;

    /// <summary>A shorter word is the beginning of too many.</summary>
    private const int ShortestBeginning = 3;

    /// <summary>Words of others, in lower case, with the paths of keys that say the same here.</summary>
    internal static readonly IReadOnlyDictionary<string, string[]> Synonyms = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["alb"] = ["applicationLoadBalancers"],
        ["albs"] = ["applicationLoadBalancers"],
        ["alternatetargetgrouparn"] = ["alternateTargetGroup"],
        ["baketimeinminutes"] = ["bakeMinutes"],
        ["canarybaketimeinminutes"] = ["bakeMinutes"],
        ["canarypercent"] = ["percent"],
        ["cidr"] = ["cidrIpv4", "cidrBlocks"],
        ["cidrs"] = ["cidrBlocks", "cidrIpv4"],
        ["clusters"] = ["ecsClusters"],
        ["count"] = ["desiredCount", "taskCount"],
        ["default"] = ["defaultAction"],
        ["deploymentconfiguration"] = ["deployment"],
        ["deploymentstrategy"] = ["deployment.strategy"],
        ["dns"] = ["records"],
        ["env"] = ["environment"],
        ["healthcheckpath"] = ["healthCheck.path"],
        ["hooktargetarn"] = ["functionArn"],
        ["host"] = ["hosts"],
        ["hostheader"] = ["hosts"],
        ["httpheader"] = ["headers"],
        ["httprequestmethod"] = ["methods"],
        ["inbound"] = ["ingress"],
        ["lifecyclehooks"] = ["hooks"],
        ["lifecyclestages"] = ["stages"],
        ["loadbalancers"] = ["applicationLoadBalancers"],
        ["max"] = ["maxCapacity", "maxSize"],
        ["min"] = ["minCapacity", "minSize"],
        ["nlb"] = ["networkLoadBalancers"],
        ["nlbs"] = ["networkLoadBalancers"],
        ["outbound"] = ["egress"],
        ["path"] = ["paths", "healthCheck.path"],
        ["pathpattern"] = ["paths"],
        ["ports"] = ["portMappings"],
        ["replicas"] = ["desiredCount"],
        ["scheme"] = ["internal"],
        ["securitypolicy"] = ["sslPolicy"],
        ["services"] = ["ecsServices"],
        ["sourceip"] = ["sourceCidrs"],
        ["sourceips"] = ["sourceCidrs"],
        ["tlspolicy"] = ["sslPolicy"],
        ["type"] = ["targetType"],
        ["vpc"] = ["vpcId", "network.vpcId"],
        ["zones"] = ["hostedZones"],
    };

    /// <summary>"did you mean X?", or an empty string where nothing comes to mind.</summary>
    internal static string Of(string word, IReadOnlyCollection<string> keys)
    {
        var meant = Synonym(word, keys) ?? Nearest.Within(FewEdits, word, keys.Where(key => key.Length > FewEdits + 1)) ?? Beginning(word, keys);
        return meant is null ? Nearest.Hint(word, keys) : $"did you mean {meant}?";
    }

    private static string? Synonym(string word, IReadOnlyCollection<string> keys) =>
        Synonyms.TryGetValue(word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant(), out var paths) ? paths.FirstOrDefault(path => keys.Contains(path.Split('.')[0])) : null;

    private static string? Beginning(string word, IReadOnlyCollection<string> keys) =>
        word.Length >= ShortestBeginning && keys.Where(key => key.StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only : null;
}
