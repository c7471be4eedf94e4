using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Tests.Synthesis;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Orchestrator.Modules.Tests.Rules;

/// <summary>
/// Whether everything that a manifest can say is heard: for each key that stands in a manifest of the tests there is one where the configuration, or what is said of the manifest, is another
/// without it. A key that is read and then forgotten is found so, whatever it is called.
/// </summary>
[Collection(nameof(Jsii))]
public sealed class NothingDroppedTests
{
    /// <summary>In how many manifests a key is looked at before it counts as forgotten.</summary>
    private const int Tries = 3;

    private const string Default = "what stands in the tests is its default, the network's or the stack's";
    private const string Fact = "a fact about what exists, which checks look at and not every manifest needs";

    /// <summary>Keys that change neither, each with the reason.</summary>
    private static readonly Dictionary<string, string> Silent = new()
    {
        ["applicationLoadBalancers.*.healthCheckLogs.prefix"] = "an override has the last word in the one manifest that sets it",
        ["applicationLoadBalancers.*.listeners.*.rules.*.action.authenticateCognito.scope"] = Default,
        ["ecsClusters.*.autoScalingGroups.*.cpuArchitecture"] = "an imageId, which has its own, stands beside it",
        ["ecsClusters.*.autoScalingGroups.*.managedScaling.minimumScalingStep"] = Default,
        ["ecsClusters.*.autoScalingGroups.*.vpcId"] = Default,
        ["ecsServices.*.serviceConnect.log.logDriver"] = Default,
        ["ecsServices.*.taskDefinition.region"] = Default,
        ["ecsServices.*.taskDefinition.taskPolicy.*.effect"] = Default,
        ["ecsServices.*.vpcId"] = Default,
        ["eventTasks.*.capacityProviders[].base"] = Default,
        ["eventTasks.*.capacityProviders[].weight"] = Default,
        ["eventTasks.*.taskCount"] = Default,
        ["existingApplicationLoadBalancers.*.existingListeners.*.protocol"] = Fact,
        ["existingApplicationLoadBalancers.*.ipAddressType"] = Fact,
        ["existingApplicationLoadBalancers.*.vpcId"] = Fact,
        ["existingApplicationLoadBalancers.*.zoneId"] = Fact,
        ["loadBalancedFargateServices.*.memoryMiB"] = Default,
        ["loadBalancedFargateServices.*.region"] = Default,
        ["loadBalancedFargateServices.*.vpcId"] = Default,
        ["network.cidrBlocks"] = Fact,
        ["network.subnets"] = Fact,
        ["network.subnets.*.availabilityZone"] = Fact,
        ["network.subnets.*.cidrBlock"] = Fact,
        ["network.subnets.*.ipv6CidrBlock"] = Fact,
        ["network.subnets.*.public"] = Fact,
        ["scheduledTasks.*.eventBus"] = Default,
        ["scheduledTasks.*.launchType"] = Default,
        ["scheduledTasks.*.vpcId"] = Default,
        ["staticIpApplicationLoadBalancers.*.ports.*.targetGroupHealth"] = Default,
        ["staticIpApplicationLoadBalancers.*.ports.*.targetGroupHealth.dnsFailover"] = Default,
        ["staticIpApplicationLoadBalancers.*.ports.*.targetGroupHealth.dnsFailover.minimumHealthyTargetsCount"] = Default,
        ["staticIpApplicationLoadBalancers.*.vpcCidrs"] = Default,
        ["staticIpApplicationLoadBalancers.*.vpcId"] = Default,
        ["targetGroups.*.vpcId"] = Default,
        ["uploadTasks.*.table.partitionKeyType"] = Default,
    };

    [Fact]
    public void Every_key_changes_the_configuration_or_what_is_said()
    {
        var (heard, tries) = (new HashSet<string>(), new Dictionary<string, int>());
        var seen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in Manifests())
        {
            var whole = Result(text);
            foreach (var (shape, without) in Without(text, shape => heard.Contains(shape) || tries.GetValueOrDefault(shape) == Tries))
            {
                seen.TryAdd(shape, name);
                tries[shape] = tries.GetValueOrDefault(shape) + 1;
                if (Result(without) != whole)
                {
                    heard.Add(shape);
                }
            }
        }

        var forgotten = seen.Where(key => !heard.Contains(key.Key) && !Silent.ContainsKey(key.Key)).Select(key => $"{key.Key} in {key.Value}").ToList();
        Assert.True(seen.Count > 500, $"only {seen.Count} keys are looked at");
        Assert.True(forgotten.Count == 0, $"{forgotten.Count} of {seen.Count} keys change nothing:\n{string.Join('\n', forgotten)}");
        Assert.DoesNotContain(Silent.Keys, heard.Contains);
    }

    /// <summary>The manifests that are accepted, the small ones first.</summary>
    private static IEnumerable<(string Name, string Text)> Manifests()
    {
        foreach (var rule in RuleCase.Rules)
        {
            foreach (var (index, given) in RuleCase.Of(rule).Index().Where(given => given.Item.Keeps is not null))
            {
                yield return ($"{rule} {index}", Tests.Manifests.Whole(given.Manifest));
            }
        }
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests", "Orchestrator.Tests", "Terraform"), "every-setting*.yaml").Order(StringComparer.Ordinal))
        {
            yield return (Path.GetFileName(file), File.ReadAllText(file));
        }
    }

    /// <summary>What becomes of a manifest: what is said of it and, where it is accepted, its configuration.</summary>
    private static string Result(string text)
    {
        var result = ManifestReader.Read(text, "web.yaml", Repository.PathOf("tests", "Orchestrator.Tests", "Terraform"), _ => "made-up", Tests.Manifests.Today);
        var said = string.Join('\n', result.Findings.Select(finding => $"{finding.Rule.Id} {finding.Path} {finding.What} {finding.Got}"));
        if (result.Findings.Any(finding => finding.Rule.Level == Level.Error))
        {
            return said;
        }
        try
        {
            return $"{said}\n{Synthesized.Text(result)}";
        }
        catch (UnknownResourceException exception)
        {
            return $"{said}\n{exception.Message}";
        }
    }

    /// <summary>The manifest without one key after the other, those that are done left out: the path with an asterisk for each name, and the text.</summary>
    private static IEnumerable<(string Shape, string Text)> Without(string text, Func<string, bool> isDone)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return In((YamlMappingNode)stream.Documents[0].RootNode, typeof(ManifestProps), "");

        IEnumerable<(string, string)> In(YamlMappingNode map, Type type, string path)
        {
            var properties = Shape.Of(type).Properties.ToDictionary(property => property.Key, property => property.Type);
            foreach (var (key, value) in map.Children.ToList())
            {
                if (!properties.TryGetValue(((YamlScalarNode)key).Value!, out var inner))
                {
                    continue;
                }
                var at = path.Length == 0 ? $"{key}" : $"{path}.{key}";
                if (!isDone(at))
                {
                    // A key that says the default changes nothing by going; so a switch is thrown.
                    if (value is YamlScalarNode { Value: "true" or "false", Style: not (ScalarStyle.DoubleQuoted or ScalarStyle.SingleQuoted) } flag)
                    {
                        map.Children[key] = new YamlScalarNode(flag.Value == "true" ? "false" : "true");
                    }
                    else
                    {
                        map.Children.Remove(key);
                    }
                    var written = Written();
                    map.Children[key] = value;
                    yield return (at, written);
                }
                foreach (var found in Below(value, inner, at))
                {
                    yield return found;
                }
            }
        }

        IEnumerable<(string, string)> Below(YamlNode value, Type type, string path) => (value, type) switch
        {
            (YamlMappingNode map, { IsGenericType: true }) when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => map.Children.Values.SelectMany(element => Below(element, type.GetGenericArguments()[^1], $"{path}.*")),
            (YamlSequenceNode list, { IsGenericType: true }) => list.Children.SelectMany(element => Below(element, type.GetGenericArguments()[^1], $"{path}[]")),
            (YamlMappingNode map, { IsInterface: false, IsGenericType: false, IsAbstract: false }) when type.Assembly == typeof(ManifestProps).Assembly => In(map, type, path),
            _ => [],
        };

        string Written()
        {
            using var writer = new StringWriter();
            stream.Save(writer, assignAnchors: false);
            return writer.ToString().Replace("\n...", "", StringComparison.Ordinal);
        }
    }
}
