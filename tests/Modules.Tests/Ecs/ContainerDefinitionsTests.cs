using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.Ecs;

/// <summary>The JSON of containers: what ECS answers with, so that a second plan shows nothing.</summary>
public sealed class ContainerDefinitionsTests
{
    [Fact]
    public void A_container_that_names_an_image_is_closed_and_logs() => Assert.Equal(
        """[{"name":"app","image":"httpd:2.4","essential":true,"user":"1000:1000","readonlyRootFilesystem":true,"logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"shop","awslogs-region":"eu-central-1","awslogs-stream-prefix":"app"}}}]""",
        Text(new() { Image = "httpd:2.4" }));

    [Fact]
    public void A_port_of_a_task_with_its_own_address_is_the_hosts_too() =>
        Assert.Equal("""[{"containerPort":80,"hostPort":80,"protocol":"tcp"}]""", Json(new() { Image = "httpd:2.4", PortMappings = [new() { ContainerPort = 80 }] })["portMappings"]!.ToJsonString());

    [Fact]
    public void With_ECS_Exec_an_init_process_takes_care_of_what_is_started() =>
        Assert.True((bool)JsonNode.Parse(ContainerDefinitions.Text(Task(("app", new() { Image = "httpd:2.4" })), "shop", hasExec: true, Write))![0]!["linuxParameters"]!["initProcessEnabled"]!);

    [Fact]
    public void An_expression_is_encoded_by_terraform() => Assert.Contains(
        """
        "image":${jsonencode(var.image)},"essential":true,"environment":[{"name":"URL","value":${jsonencode("https://${var.host}/\"x\"")}}]
        """.Trim().Replace("\"essential\":true,", "\"essential\":true,\"user\":\"1000:1000\",\"readonlyRootFilesystem\":true,"),
        Text(new() { Image = Expression.Of("var.image"), Environment = new Dictionary<string, Value<string>> { ["URL"] = new Expression("https://${var.host}/\"x\"") } }),
        StringComparison.Ordinal);

    [Fact]
    public void A_literal_that_looks_like_an_expression_is_escaped() =>
        Assert.Contains("\"value\":\"$${HOME} and %%{ if } and \\\"quotes\\\"\"", Text(new() { Image = "httpd:2.4", Environment = new Dictionary<string, Value<string>> { ["A"] = "${HOME} and %{ if } and \"quotes\"" } }), StringComparison.Ordinal);

    [Fact]
    public void What_the_provider_does_before_it_compares_changes_nothing() => Prop.ForAll(Tasks(), task =>
    {
        var text = JsonNode.Parse(ContainerDefinitions.Text(task, "shop", hasExec: false, Write))!.AsArray();

        return JsonNode.DeepEquals(text, ProviderNormalization.Of(text));
    }).Hold(cases: 300);

    [Fact]
    public void The_order_in_which_things_are_declared_changes_nothing() => Prop.ForAll(Tasks(), task =>
        ContainerDefinitions.Text(task, "shop", hasExec: false, Write) == ContainerDefinitions.Text(Reversed(task), "shop", hasExec: false, Write)).Hold(cases: 300);

    [Fact]
    public void Nothing_is_empty() => Prop.ForAll(Tasks(), task =>
        !ContainerDefinitions.Text(task, "shop", hasExec: false, Write).Replace("\"value\":\"\"", "").Contains("[]", StringComparison.Ordinal)).Hold();

    private static Arbitrary<TaskDefinitionProps> Tasks()
    {
        var name = Gen.Elements("app", "log", "cache", "Init", "a-1", "z_9");
        var text = Gen.Elements("", "x", "two words", "${HOME}", "\"", "ä", "a,b");
        var pairs = name.Zip(text).ListOf().Select(list => Map(list.DistinctBy(pair => pair.Item1).Select(pair => (pair.Item1, (Value<string>)pair.Item2))));
        var ports = Gen.Choose(1, 65535).ListOf().Select(list => (IReadOnlyList<PortMappingProps>)[.. list.Take(3).Distinct().Select(port => new PortMappingProps { ContainerPort = port, Protocol = port % 2 == 0 ? TransportProtocol.Tcp : TransportProtocol.Udp })]);
        var check = Gen.Elements(null, new ContainerHealthCheckProps { Command = ["CMD", "true"] }, new ContainerHealthCheckProps { Command = ["CMD", "true"], IntervalSeconds = 10, StartPeriodSeconds = 60 });
        var container =
            from environment in pairs
            from secrets in pairs
            from mappings in ports
            from health in check
            from essential in Gen.Elements(true, false)
            from dependsOn in name.ListOf()
            select new ContainerProps
            {
                Image = "httpd:2.4",
                Essential = essential,
                Environment = environment,
                Secrets = secrets,
                PortMappings = mappings,
                HealthCheck = health,
                DependsOn = Map(dependsOn.Distinct().Select(other => (other, (Value<ContainerCondition>)ContainerCondition.Start))),
                DockerLabels = environment,
            };
        return name.Zip(container).NonEmptyListOf().Select(list => Task([.. list.DistinctBy(pair => pair.Item1).Select(pair => (pair.Item1, pair.Item2))])).ToArbitrary();
    }

    private static TaskDefinitionProps Reversed(TaskDefinitionProps task) => task with
    {
        Containers = Map(task.Containers.Reverse().Select(container => (container.Key, container.Value with
        {
            Environment = Map(container.Value.Environment.Reverse().Select(entry => (entry.Key, entry.Value))),
            Secrets = Map(container.Value.Secrets.Reverse().Select(entry => (entry.Key, entry.Value))),
            DependsOn = Map(container.Value.DependsOn.Reverse().Select(entry => (entry.Key, entry.Value))),
            DockerLabels = Map(container.Value.DockerLabels.Reverse().Select(entry => (entry.Key, entry.Value))),
        }))),
    };

    private static OrderedDictionary<string, T> Map<T>(IEnumerable<(string Key, T Value)> entries) => new(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));

    private static TaskDefinitionProps Task(params IReadOnlyList<(string Name, ContainerProps Props)> containers) => new() { Region = "eu-central-1", Containers = Map(containers) };

    private static string Text(ContainerProps container) => ContainerDefinitions.Text(Task(("app", container)), "shop", hasExec: false, Write);

    private static JsonNode Json(ContainerProps container) => JsonNode.Parse(Text(container))![0]!;

    private static string Write(object tree) => Values.Json.Text(Values.Json.Of(tree, isModule: false));
}
