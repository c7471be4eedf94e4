using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Publishing;
using Orchestrator.Modules.Tests.Rules;
using YamlDotNet.Serialization;

namespace Orchestrator.Modules.Tests.Publishing.Calls;

/// <summary>What breaks a rule in the rules' cases, as calls of the modules that make such things.</summary>
internal static class BrokenCalls
{
    private static readonly Dictionary<string, PublishedModule> Modules = MadeModules.All.ToDictionary(module => module.Name);

    /// <summary>The calls, each of them once. Rules about reading a manifest are left out, and what a module has no input for.</summary>
    internal static IReadOnlyList<BrokenCall> All() =>
    [
        .. RuleCase.Rules.Where(rule => RuleCatalogue.Get(rule).Level == Level.Error && !rule.StartsWith("MAN", StringComparison.Ordinal))
            .SelectMany(rule => RuleCase.Of(rule).Where(given => given.Breaks is not null).SelectMany(given => Of(rule, given.Manifest)))
            .DistinctBy(call => (call.Module, call.Rule, call.Variables.ToJsonString())),
    ];

    private static IEnumerable<BrokenCall> Of(string rule, string text)
    {
        var manifest = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(text);
        return from finding in Manifests.Read(text).Findings
               where finding.Rule.Id == rule
               from made in CallsOf(manifest, finding.Path)
               where made.Call.HasInput(finding.Path)
               select new BrokenCall(made.Module, rule, finding.Path, made.Call.Variables);
    }

    private static IEnumerable<(string Module, ManifestCall Call)> CallsOf(Dictionary<object, object> manifest, string path)
    {
        var section = path.Split('.')[0];
        if (Map(manifest, section) is not { } named || named.Keys.Cast<string>().FirstOrDefault(key => $"{path}.".StartsWith($"{section}.{key}.", StringComparison.Ordinal)) is not { } name)
        {
            return [];
        }
        var at = $"{section}.{name}";
        var thing = Map(named, name) ?? [];
        return section switch
        {
            "applicationLoadBalancers" => [Balancer("application-load-balancer", (at, thing), ("", Only("targetGroups", manifest.GetValueOrDefault("targetGroups"))))],
            "networkLoadBalancers" => [Balancer("network-load-balancer", (at, thing), ("", Only("targetGroups", manifest.GetValueOrDefault("targetGroups"))))],
            "targetGroups" => [Call("target-group", (at, thing), ("", Without("port"))), Balancer(IsOfApplicationLoadBalancer(thing) ? "application-load-balancer" : "network-load-balancer", ("", Only(section, Only(name, thing))))],
            "certificates" => [Call("certificate", (at, thing), ("", Without("zone")))],
            "records" => [Call("dns-records", ("", manifest))],
            "securityGroups" => [Call("security-group", (at, thing))],
            "staticIpApplicationLoadBalancers" => OfStaticAddresses(manifest, at, thing),
            "ecsServices" => [Call(RunsOnFargate(thing) ? "fargate-service" : "ec2-service", (at, WithContainers(thing)), ($"{at}.taskDefinition", Map(thing, "taskDefinition")))],
            "eventTasks" => [Call("event-task", (at, With(thing, "events", thing)), ($"{at}.taskDefinition", Map(thing, "taskDefinition")))],
            // The module's schedules are EventBridge Scheduler's.
            "scheduledTasks" when thing.GetValueOrDefault("mechanism") is "rule" => [],
            "scheduledTasks" => [Call("event-task", (at, With(thing, "schedule", With(thing, "expression", thing.GetValueOrDefault("schedule")))), ("", Without("events")), ($"{at}.taskDefinition", Map(thing, "taskDefinition")))],
            _ => [],
        };
    }

    private static (string, ManifestCall) Call(string module, params IReadOnlyList<(string Path, object? Value)> sources) => (module, new ManifestCall(Modules[module], sources));

    /// <summary>A load balancer has no listeners but those that the manifest gives it.</summary>
    private static (string, ManifestCall) Balancer(string module, params IReadOnlyList<(string Path, object? Value)> sources) =>
        Call(module, [.. sources, ("", new Dictionary<object, object> { ["listeners"] = new Dictionary<object, object>(), ["targetGroups"] = new Dictionary<object, object>(), ["elasticIps"] = "false" })]);

    /// <summary>Static addresses, whose module is told what a manifest knows of the load balancer behind them.</summary>
    private static IEnumerable<(string, ManifestCall)> OfStaticAddresses(Dictionary<object, object> manifest, string at, Dictionary<object, object> thing)
    {
        var existing = Map(Map(manifest, "existingApplicationLoadBalancers") ?? [], (string)thing.GetValueOrDefault("applicationLoadBalancer", ""));
        var groups = existing is null ? 1 : (existing.GetValueOrDefault("securityGroups") as List<object> ?? []).Count;
        if (groups > 0 && existing?.GetValueOrDefault("arn") is string arn && !arn.Contains("eu-central-1", StringComparison.Ordinal))
        {
            // The region of a group is not known by its id.
            return [];
        }
        var places = Enumerable.Range(0, groups).Select(index => ($"group-{index}", Only("securityGroup", Only("id", $"sg-0a1b2c3d4e5f6071{index}"))))
            .Concat((thing.GetValueOrDefault("allowTo") as List<object> ?? []).Select((block, index) => ($"block-{index}", Only("cidrIpv4", block))));
        var known = new Dictionary<object, object>
        {
            ["allowTo"] = places.ToDictionary(place => (object)place.Item1, place => (object)place.Item2),
            ["applicationLoadBalancerDnsName"] = existing is null ? "internal-web-1.eu-central-1.elb.amazonaws.com" : existing.GetValueOrDefault("dnsName")!,
        };
        return [Call("static-ip-alb", ("", known), (at, thing))];
    }

    private static bool IsOfApplicationLoadBalancer(Dictionary<object, object> group) => group.GetValueOrDefault("protocol") is null or "HTTP" or "HTTPS" && group.GetValueOrDefault("targetType") is not "alb";

    private static bool RunsOnFargate(Dictionary<object, object> service) =>
        service.GetValueOrDefault("launchType") is not "EC2" && Maps(service, "capacityProviders").All(strategy => strategy.GetValueOrDefault("provider") is string provider && provider.StartsWith("FARGATE", StringComparison.Ordinal));

    /// <summary>A service whose target groups name a container and its port, which a manifest may leave out where there is one alone.</summary>
    private static Dictionary<object, object> WithContainers(Dictionary<object, object> service)
    {
        if (Map(service, "taskDefinition") is not { } task || Map(task, "containers") is not { Count: > 0 } containers || !service.ContainsKey("targetGroups"))
        {
            return service;
        }
        var (name, container) = containers.First();
        var ports = Maps((Dictionary<object, object>)container, "portMappings").ToList();
        if (containers.Count > 1 || ports.Count > 1)
        {
            return service;
        }
        var port = ports.FirstOrDefault()?.GetValueOrDefault("containerPort") ?? "80";
        return With(service, "targetGroups", Maps(service, "targetGroups").Select(group => (object)group.Concat(Only("container", name)).Concat(Only("containerPort", port)).DistinctBy(entry => entry.Key).ToDictionary()).ToList());
    }

    private static Dictionary<object, object>? Map(Dictionary<object, object> map, string key) => map.GetValueOrDefault(key) as Dictionary<object, object>;

    private static IEnumerable<Dictionary<object, object>> Maps(Dictionary<object, object> map, string key) => (map.GetValueOrDefault(key) as List<object> ?? []).OfType<Dictionary<object, object>>();

    private static Dictionary<object, object> Only(string key, object? value) => value is null ? [] : new() { [key] = value };

    private static Dictionary<object, object> Without(string key) => new() { [key] = null! };

    private static Dictionary<object, object> With(Dictionary<object, object> map, string key, object? value) => value is null ? map : new(map) { [key] = value };
}
