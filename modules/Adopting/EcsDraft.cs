using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Adopting;

/// <summary>ECS clusters, and services with what their tasks run.</summary>
internal static class EcsDraft
{
    private static readonly (string Key, string Of)[] OfContainer =
    [
        ("image", "image"), ("memoryMiB", "memory"), ("memoryReservationMiB", "memoryReservation"), ("entryPoint", "entryPoint"), ("command", "command"), ("workingDirectory", "workingDirectory"),
        ("user", "user"), ("readonlyRootFilesystem", "readonlyRootFilesystem"), ("startTimeoutSeconds", "startTimeout"), ("stopTimeoutSeconds", "stopTimeout"), ("privileged", "privileged"),
        ("healthCheck.command", "healthCheck.command"), ("healthCheck.intervalSeconds", "healthCheck.interval"), ("healthCheck.timeoutSeconds", "healthCheck.timeout"),
        ("healthCheck.retries", "healthCheck.retries"), ("healthCheck.startPeriodSeconds", "healthCheck.startPeriod"),
        ("log.logDriver", "logConfiguration.logDriver"), ("log.options", "logConfiguration.options"), ("dockerLabels", "dockerLabels"),
    ];

    /// <summary>Adds the clusters whose capacity providers are those of Fargate: a manifest's cluster sets these, and what it does not know of would be taken out.</summary>
    internal static void AddClusters(ManifestDraft draft)
    {
        foreach (var cluster in draft.All("aws_ecs_cluster").Where(cluster => draft.All("aws_ecs_cluster_capacity_providers").Any(providers => providers.Text("cluster_name") == cluster.Text("name") && providers.Texts("capacity_providers").All(provider => provider is "FARGATE" or "FARGATE_SPOT"))))
        {
            draft.Add("ecsClusters", cluster, cluster.Text("name") ?? cluster.Name, new JsonObject { ["name"] = cluster.Text("name") }, cluster.Text("arn"), cluster.Text("name"));
        }
    }

    /// <summary>Adds the services, when clusters, security groups and target groups are known.</summary>
    internal static void AddServices(ManifestDraft draft)
    {
        foreach (var service in draft.All("aws_ecs_service"))
        {
            if (TaskDefinitionOf(draft, service) is { } task && Reasons.ToLeave(service, task) is null)
            {
                var node = Service(draft, service);
                node["taskDefinition"] = Task(task);
                draft.Add("ecsServices", service, service.Text("name") ?? service.Name, node);
            }
        }
    }

    /// <summary>The task definition that a service runs, by its ARN, by its family with a revision, or by its family.</summary>
    internal static StateResource? TaskDefinitionOf(ManifestDraft draft, StateResource service) => service.Text("task_definition") is not { } named ? null
        : draft.All("aws_ecs_task_definition").FirstOrDefault(task => named == task.Text("arn") || named == task.Text("family") || named == $"{task.Text("family")}:{task.Text("revision")}")
        ?? draft.All("aws_ecs_task_definition").FirstOrDefault(task => named.Split('/')[^1].Split(':')[0] == task.Text("family"));

    private static JsonObject Service(ManifestDraft draft, StateResource service)
    {
        var node = new JsonObject { ["cluster"] = draft.Reference(service.Text("cluster") ?? ""), ["name"] = service.Text("name") };
        var strategy = service.Blocks("capacity_provider_strategy");
        if (strategy.Count > 0)
        {
            node["capacityProviders"] = new JsonArray([.. strategy.Select(provider => (JsonNode)new JsonObject { ["provider"] = provider["capacity_provider"]?.DeepClone(), ["weight"] = provider["weight"]?.DeepClone() ?? 0, ["base"] = provider["base"]?.DeepClone() ?? 0 })]);
        }
        else
        {
            ManifestDraft.Set(node, "launchType", service.Values["launch_type"]);
        }
        if (service.Text("scheduling_strategy") == "DAEMON")
        {
            node["schedulingStrategy"] = "DAEMON";
        }
        else
        {
            ManifestDraft.Set(node, "desiredCount", service.Values["desired_count"]);
        }
        if (draft.All("aws_appautoscaling_target").Any(target => target.Text("resource_id")?.EndsWith($"/{service.Text("name")}", StringComparison.Ordinal) == true))
        {
            node["ignoreDesiredCount"] = true;
        }
        foreach (var network in service.Blocks("network_configuration"))
        {
            node["subnets"] = new JsonArray([.. StateResource.TextsOf(network["subnets"]).Select(subnet => JsonValue.Create(draft.Subnet(subnet)))]);
            ManifestDraft.Set(node, "securityGroups", new JsonArray([.. StateResource.TextsOf(network["security_groups"]).Select(group => draft.Reference(group, "id"))]));
            ManifestDraft.Set(node, "assignPublicIp", network["assign_public_ip"]);
        }
        ManifestDraft.Set(node, "targetGroups", new JsonArray([.. service.Blocks("load_balancer").Where(target => StateResource.TextOf(target["target_group_arn"]) is not null).Select(target => (JsonNode)new JsonObject
        {
            ["targetGroup"] = draft.Reference(StateResource.TextOf(target["target_group_arn"])!),
            ["container"] = target["container_name"]?.DeepClone(),
            ["containerPort"] = target["container_port"]?.DeepClone(),
        })]));
        return node;
    }

    private static JsonObject Task(StateResource task)
    {
        var node = new JsonObject { ["family"] = task.Text("family") };
        ManifestDraft.Set(node, "networkMode", task.Values["network_mode"]);
        ManifestDraft.Set(node, "cpu", Number(task.Text("cpu")));
        ManifestDraft.Set(node, "memoryMiB", Number(task.Text("memory")));
        ManifestDraft.Set(node, "executionRoleArn", task.Values["execution_role_arn"]);
        ManifestDraft.Set(node, "taskRoleArn", task.Values["task_role_arn"]);
        foreach (var platform in task.Blocks("runtime_platform"))
        {
            ManifestDraft.Set(node, "cpuArchitecture", platform["cpu_architecture"]);
            ManifestDraft.Set(node, "operatingSystemFamily", platform["operating_system_family"]);
        }
        var containers = new JsonObject();
        foreach (var container in Containers(task))
        {
            containers[StateResource.TextOf(container["name"]) ?? "container"] = Container(container, task.Text("network_mode"));
        }
        node["containers"] = containers;
        return node;
    }

    /// <summary>The containers of a task definition; none where their JSON cannot be read.</summary>
    private static IEnumerable<JsonObject> Containers(StateResource task)
    {
        try
        {
            return StateResource.BlocksOf(JsonNode.Parse(task.Text("container_definitions") ?? "[]"));
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static JsonObject Container(JsonObject container, string? networkMode)
    {
        var node = new JsonObject();
        foreach (var (key, path) in OfContainer)
        {
            ManifestDraft.Set(node, key, path.Split('.').Aggregate((JsonNode?)container, (value, name) => (value as JsonObject)?[name]));
        }
        ManifestDraft.Set(node, "essential", StateResource.TextOf(container["essential"]) == "false" ? false : null);
        ManifestDraft.Set(node, "cpu", StateResource.TextOf(container["cpu"]) == "0" ? null : container["cpu"]);
        AddPairs(node, "environment", container["environment"], "name", "value");
        AddPairs(node, "secrets", container["secrets"], "name", "valueFrom");
        AddPairs(node, "dependsOn", container["dependsOn"], "containerName", "condition");
        ManifestDraft.Set(node, "environmentFiles", new JsonArray([.. StateResource.BlocksOf(container["environmentFiles"]).Select(file => file["value"]?.DeepClone())]));
        ManifestDraft.Set(node, "portMappings", new JsonArray([.. StateResource.BlocksOf(container["portMappings"]).Select(mapping => (JsonNode)PortMapping(mapping, networkMode))]));
        return node;
    }

    private static JsonObject PortMapping(JsonObject mapping, string? networkMode)
    {
        var node = new JsonObject();
        ManifestDraft.Set(node, "containerPort", mapping["containerPort"]);
        ManifestDraft.Set(node, "containerPortRange", mapping["containerPortRange"]);
        ManifestDraft.Set(node, "hostPort", networkMode is "awsvpc" or "host" || StateResource.TextOf(mapping["hostPort"]) == "0" ? null : mapping["hostPort"]);
        ManifestDraft.Set(node, "protocol", StateResource.TextOf(mapping["protocol"]) == "tcp" ? null : mapping["protocol"]);
        ManifestDraft.Set(node, "name", mapping["name"]);
        ManifestDraft.Set(node, "appProtocol", mapping["appProtocol"]);
        return node;
    }

    private static void AddPairs(JsonObject node, string key, JsonNode? list, string name, string value)
    {
        var map = new JsonObject();
        foreach (var pair in StateResource.BlocksOf(list))
        {
            map[StateResource.TextOf(pair[name]) ?? ""] = pair[value]?.DeepClone();
        }
        ManifestDraft.Set(node, key, map);
    }

    private static JsonNode? Number(string? text) => int.TryParse(text, out var number) ? number : null;
}
