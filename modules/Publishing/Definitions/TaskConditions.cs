using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Ecs.TaskDefinitions;

namespace Orchestrator.Modules.Publishing;

/// <summary>What holds between the variables of a task definition.</summary>
internal static class TaskConditions
{
    /// <summary>Adds the conditions.</summary>
    /// <param name="module">The module; its complete example has a container <c>app</c> with port 8080.</param>
    /// <param name="isFargate">Whether the tasks run on Fargate.</param>
    /// <param name="isOfService">Whether a service runs them, which knows a port by its number alone.</param>
    internal static void Add(ModuleBuilder module, bool isFargate, bool isOfService = true)
    {
        module.Require("TASK107", "containers", "length(var.containers) >= 1 && length(var.containers) <= 10 && anytrue([for container in var.containers : container.essential]) && alltrue([for name in keys(var.containers) : can(regex(\"^[A-Za-z0-9_-]{1,255}$\", name))])", App(""" "essential": false """));
        module.Require("TASK108", "containers", OfEachPort("(mapping.container_port == null) != (mapping.container_port_range == null)"), Other(""" "port_mappings": [{}] """));
        module.Require("TASK110", "containers", OfEachPort("mapping.app_protocol == null || mapping.name != null"), Other(""" "port_mappings": [{ "container_port": 9090, "app_protocol": "grpc" }] """));
        module.Require("TASK110", "containers", OfEach(isOfService ? $"length(distinct({Given("container_port")})) == length({Given("container_port")})" : "length(distinct([for mapping in container.port_mappings : [mapping.container_port, mapping.protocol] if mapping.container_port != null])) == length([for mapping in container.port_mappings : mapping if mapping.container_port != null])"), Other($$""" "port_mappings": [{ "container_port": 9090 }, { "container_port": 9090{{(isOfService ? ", \"protocol\": \"udp\"" : "")}} }] """));
        AddBetweenContainers(module, isFargate);
        module.Require("TASK110", "containers", $"length(distinct({Names})) == length({Names})", Other(""" "port_mappings": [{ "container_port": 9090, "name": "api" }, { "container_port": 9091, "name": "api" }] """));
        module.Require("TASK111", "containers", "alltrue(flatten([\n  for name, container in var.containers : [\n    for other, condition in container.depends_on : contains(keys(var.containers), other) && try(!contains([\"COMPLETE\", \"SUCCESS\"], condition) || !var.containers[other].essential, false) && try(condition != \"HEALTHY\" || var.containers[other].health_check != null, false)\n  ]\n]))", Other(""" "depends_on": { "no-such": "START" } """));
        module.Require("circle", "Of two or three containers that depend on each other none is ever started (TASK111).", "containers", "alltrue(flatten([\n  for name, container in var.containers : [\n    for other in keys(container.depends_on) : [\n      for third in try(keys(var.containers[other].depends_on), []) : !contains([other, third], name) && !contains(try(keys(var.containers[third].depends_on), []), name)\n    ]\n  ]\n]))", """{ "containers": { "app": { "image": "app:1", "memory_mib": 128, "port_mappings": [{ "container_port": 8080 }], "depends_on": { "other": "START" } }, "other": { "image": "other:1", "memory_mib": 128, "depends_on": { "app": "START" } } } }""");
        module.Require("TASK112", "containers", OfEach("container.memory_mib == null || container.memory_reservation_mib == null ? true : container.memory_mib >= container.memory_reservation_mib"), Other(""" "memory_mib": 64, "memory_reservation_mib": 128 """));
        module.Require("TASK112", "containers", $"{Sum("cpu", "container.cpu == null ? 0 : container.cpu")} && {Sum("memory_mib", "container.memory_mib != null ? container.memory_mib : container.memory_reservation_mib != null ? container.memory_reservation_mib : 0")}", Other(""" "cpu": 100000 """));
        module.Require("TASK113", "containers", OfEach("container.health_check == null ? true : length(container.health_check.command) > 1 && try(contains([\"CMD\", \"CMD-SHELL\"], container.health_check.command[0]), false)"), Other(""" "health_check": { "command": ["true"] } """));
        module.Require("TASK117", "containers", "alltrue(flatten([\n  for name, container in var.containers : [\n    [for mount in container.mount_points : contains(keys(var.volumes), mount.source_volume)],\n    [for volumes in container.volumes_from : volumes.source_container != name && contains(keys(var.containers), volumes.source_container)]\n  ]\n]))", Other(""" "mount_points": [{ "source_volume": "no-such", "container_path": "/x" }] """));
        module.Require("TASK119", "containers", OfEach("length(setintersection(keys(container.environment), keys(container.secrets))) == 0"), Other(""" "environment": { "A": "a" }, "secrets": { "A": "arn:aws:ssm:eu-central-1:111122223333:parameter/a" } """));
        module.Require("TASK121", "containers", OfEach("length(container.environment_files) <= 10 && alltrue([for file in container.environment_files : can(regex(\"^arn:[^:]+:s3:::[^/]+/.*\\\\.env$\", file))])"), Other(""" "environment_files": ["arn:aws:s3:::variables.env"] """));
        module.Require("TASK106", "containers", OfEach("(!can(container.log.options[\"max-buffer-size\"]) || try(container.log.options[\"mode\"] == \"non-blocking\", true)) && (container.log.log_driver != \"awslogs\" || !can(container.log.options[\"awslogs-group\"]) || can(container.log.options[\"awslogs-region\"]))"), Other(""" "log": { "options": { "max-buffer-size": "4m", "mode": "blocking" } } """));
        module.Require("TASK106", "containers", OfEach($"container.log.log_driver != \"awslogs\" || length(setsubtract(keys(container.log.options), [{string.Join(", ", ContainerRules.KnownOptions.Select(option => $"\"{option}\""))}])) == 0"), Other(""" "log": { "options": { "awslogs-stream": "app" } } """));
        module.Require("TASK106", "containers", OfEach("(try(container.log.options[\"mode\"], null) == null ? true : contains([\"blocking\", \"non-blocking\"], container.log.options[\"mode\"])) && (container.log.log_driver != \"awslogs\" || !can(container.log.options[\"awslogs-datetime-format\"]) || !can(container.log.options[\"awslogs-multiline-pattern\"]))"), Other(""" "log": { "options": { "mode": "nonblocking" } } """));
        module.Require("TASK120", "containers", OfEach($"alltrue([for name in concat(values(container.secrets), values(container.log.secret_options)) : {SecretRules.Name.Condition(Parser.Expression("name"))}])"), Other(""" "secrets": { "PASSWORD": "arn:aws:s3:::shop/password" } """));
        module.Require("TASK116", "volumes", "alltrue([\n  for volume in var.volumes : volume.efs == null ? true : var.operating_system_family == \"LINUX\" && (volume.efs.access_point_id == null || coalesce(volume.efs.root_directory, \"/\") == \"/\") && (volume.efs.transit_encryption == \"ENABLED\" || volume.efs.access_point_id == null && !volume.efs.iam_authorization)\n])", """{ "volumes": { "scratch": {}, "files": { "efs": { "file_system_id": "fs-0a1b2c3d4e5f60718", "transit_encryption": "DISABLED", "iam_authorization": true } } } }""");
        module.Require("IAM175", "log_group", $"contains([{string.Join(", ", LogRetention.All)}], var.log_group.retention_days)", """{ "log_group": { "retention_days": 2 } }""");
        module.Require("statement", "The names of statements are letters and digits (MAN009).", "task_policy", "alltrue([for name in keys(var.task_policy) : can(regex(\"^[A-Za-z0-9]+$\", name))])", """{ "task_policy": { "read orders": { "actions": ["dynamodb:GetItem"], "resources": ["*"] } } }""");
        if (isFargate)
        {
            AddOfFargate(module);
        }
        else
        {
            AddOfInstances(module);
        }
    }

    private static void AddBetweenContainers(ModuleBuilder module, bool isFargate)
    {
        const string IsLinux = "var.operating_system_family == \"LINUX\"";
        const string Routers = "length([for container in var.containers : container if container.firelens != null])";
        var windows = $$""" "operating_system_family": "WINDOWS_SERVER_2022_CORE", {{(isFargate ? "\"cpu\": 1024, \"memory_mib\": 2048, \"ephemeral_storage_gib\": null, " : "")}}"volumes": {} """;
        const string Container = """ "app": { "image": "app:1", "port_mappings": [{ "container_port": 8080, "name": "http" }]""";
        module.Require("TASK320", "cpu_architecture", $"{IsLinux} || var.cpu_architecture != \"ARM64\"", $$"""{ {{windows}}, "cpu_architecture": "ARM64", "capacity_providers": [], "containers": { {{Container}} } } }""");
        module.Require("TASK320", "capacity_providers", $"{IsLinux} || alltrue([for strategy in var.capacity_providers : strategy.provider != \"FARGATE_SPOT\"])", $$"""{ {{windows}}, "cpu_architecture": "X86_64", "capacity_providers": [{ "provider": "FARGATE_SPOT" }], "containers": { {{Container}} } } }""");
        module.Require("TASK320", "containers", $"{IsLinux} || alltrue([for container in var.containers : container.linux_parameters == null])", $$"""{ {{windows}}, "cpu_architecture": "X86_64", "capacity_providers": [], "containers": { {{Container}}, "linux_parameters": {} } } }""");
        module.Require("TASK321", "containers", $"{Routers} <= 1 && ({Routers} == 1) == anytrue([for container in var.containers : container.log.log_driver == \"awsfirelens\"])", Other(""" "log": { "log_driver": "awsfirelens" } """));
        module.Require("TASK322", "containers", OfEach($"contains([\"file\"{(isFargate ? "" : ", \"s3\"")}], try(container.firelens.options[\"config-file-type\"], \"file\"))"), Other(""" "firelens": { "type": "fluentbit", "options": { "config-file-type": "http" } } """));
        var (number, isFixed) = isFargate ? ("mapping.container_port", "mapping.container_port != null") : ("(var.network_mode == \"bridge\" ? mapping.host_port : mapping.container_port)", "var.network_mode == \"bridge\" ? coalesce(mapping.host_port, 0) != 0 : var.network_mode != \"none\" && mapping.container_port != null");
        var ports = $"flatten([for container in var.containers : distinct([for mapping in container.port_mappings : \"${{{number}}} ${{mapping.protocol}}\" if {isFixed}])])";
        module.Require("TASK323", "containers", $"length(distinct({ports})) == length({ports})", $$"""{ {{(isFargate ? "" : "\"network_mode\": \"host\", \"service_connect\": null, ")}}{{Other(""" "port_mappings": [{ "container_port": 8080 }] """)[1..]}}""");
    }

    private static void AddOfFargate(ModuleBuilder module)
    {
        module.Require("SVC325", "platform_version", "!can(regex(\"^(0|1\\\\.[0-3])\\\\.\", coalesce(var.platform_version, \"LATEST\"))) || alltrue([for volume in var.volumes : volume.efs == null])", """{ "ephemeral_storage_gib": null, "platform_version": "1.3.0" }""");
        var sizes = string.Join("\n  ", FargateSize.Table.Select(row => $"\"{row.Key}\" = [{string.Join(", ", row.Value)}]"));
        module.Require("TASK101", "memory_mib", $"try(contains({{\n  {sizes}\n}}[tostring(var.cpu)], var.memory_mib), false)", """{ "memory_mib": 3000 }""");
        module.Require("TASK103", "cpu", "var.operating_system_family == \"LINUX\" || contains([1024, 2048, 4096], var.cpu)", """{ "cpu": 512, "memory_mib": 1024, "operating_system_family": "WINDOWS_SERVER_2022_CORE", "cpu_architecture": "X86_64", "capacity_providers": [], "volumes": {}, "containers": { "app": { "image": "app:1", "port_mappings": [{ "container_port": 8080 }] } } }""");
        module.Require("TASK104", "containers", OfEach("container.linux_parameters == null ? true : alltrue([for capability in container.linux_parameters.add_capabilities : capability == \"SYS_PTRACE\"])"), Other(""" "linux_parameters": { "add_capabilities": ["SYS_ADMIN"] } """));
        module.Require("TASK104", "pid_mode", "var.pid_mode != \"host\"", """{ "pid_mode": "host" }""");
        module.Require("TASK105", "containers", OfEach("contains([\"awslogs\", \"splunk\", \"awsfirelens\"], container.log.log_driver)"), Other(""" "log": { "log_driver": "gelf" } """));
        module.Require("TASK114", "containers", OfEach("(container.start_timeout_seconds == null ? true : container.start_timeout_seconds >= 2 && container.start_timeout_seconds <= 120) && (container.stop_timeout_seconds == null ? true : container.stop_timeout_seconds >= 0 && container.stop_timeout_seconds <= 120)"), Other(""" "stop_timeout_seconds": 121 """));
        module.Require("TASK106", "containers", OfEach("container.log.log_driver != \"awslogs\" || !can(container.log.options[\"awslogs-group\"]) || can(container.log.options[\"awslogs-stream-prefix\"])"), Other(""" "log": { "options": { "awslogs-group": "shop", "awslogs-region": "eu-central-1" } } """));
        module.Require("TASK115", "ephemeral_storage_gib", "var.ephemeral_storage_gib == null || var.operating_system_family != \"LINUX\" || !can(regex(\"^(0|1\\\\.[0-3])\\\\.\", coalesce(var.platform_version, \"LATEST\")))", """{ "ephemeral_storage_gib": 30, "platform_version": "1.3.0", "volumes": { "scratch": {} } }""");
        module.Require("host_port", "With awsvpc a container's port is the same on the host (TASK108).", "containers", OfEachPort("mapping.host_port == null ? true : mapping.host_port == mapping.container_port"), Other(""" "port_mappings": [{ "container_port": 9090, "host_port": 80 }] """));
    }

    private static void AddOfInstances(ModuleBuilder module)
    {
        module.Require("memory", "A task without memory_mib has containers with memory_mib or memory_reservation_mib (TASK112).", "containers", "var.memory_mib != null || alltrue([for container in var.containers : container.memory_mib != null || container.memory_reservation_mib != null])", """{ "memory_mib": null, "containers": { "app": { "image": "app:1", "port_mappings": [{ "container_port": 8080 }] } } }""");
        module.Require("host_port", "With awsvpc and host a container's port is the same on the host (TASK108).", "containers", OfEachPort("mapping.host_port == null || !contains([\"awsvpc\", \"host\"], var.network_mode) ? true : mapping.host_port == mapping.container_port"), $$"""{ "network_mode": "host", {{Other(""" "port_mappings": [{ "container_port": 9090, "host_port": 80 }] """)[1..]}}""");
        module.Require("TASK122", "containers", OfEach("(length(container.links) == 0 || var.network_mode == \"bridge\") && (var.network_mode != \"awsvpc\" || container.hostname == null && length(container.dns_servers) == 0 && length(container.dns_search_domains) == 0 && length(container.extra_hosts) == 0)"), $$"""{ "network_mode": "host", {{Other(""" "links": ["app"] """)[1..]}}""");
        module.Require("TASK109", "containers", OfEachPort($"var.network_mode != \"bridge\" || mapping.host_port == null ? true : mapping.host_port < {PortMappingRules.FirstEphemeral} && !contains([{string.Join(", ", PortMappingRules.Reserved)}], mapping.host_port)"), Other(""" "port_mappings": [{ "container_port": 9090, "host_port": 22 }] """));
        module.Require("TASK109", "containers", "var.network_mode != \"bridge\" || length(flatten([for container in var.containers : [for mapping in container.port_mappings : mapping if coalesce(mapping.host_port, 0) > 0]])) <= 100", Other(""" "port_mappings": "${[for port in range(9000, 9101) : { container_port = port, host_port = port }]}" """));
        module.Require("TASK116", "volumes", "alltrue([\n  for volume in var.volumes : length([for kind in [volume.host_path != null, volume.efs != null, volume.docker != null] : kind if kind]) <= 1\n])", """{ "volumes": { "scratch": {}, "both": { "host_path": "/x", "docker": {} } } }""");
    }

    /// <summary>The names of all ports.</summary>
    private static string Names => $"flatten([for container in var.containers : {Given("name")}])";

    /// <summary>What the mappings of a container say in one attribute, where they say something.</summary>
    private static string Given(string attribute) => $"[for mapping in container.port_mappings : mapping.{attribute} if mapping.{attribute} != null]";

    private static string Sum(string limit, string amount) => $"(var.{limit} == null ? true : sum(concat([0], [for container in var.containers : {amount}])) <= var.{limit})";

    private static string OfEach(string condition) => $"alltrue([\n  for container in var.containers : {condition}\n])";

    private static string OfEachPort(string condition) => $"alltrue(flatten([\n  for container in var.containers : [\n    for mapping in container.port_mappings : {condition}\n  ]\n]))";

    private static string App(string more) => $$"""{ "containers": { "app": { "image": "app:1", "memory_mib": 128, "port_mappings": [{ "container_port": 8080 }], {{more}} } } }""";

    /// <summary>Another container beside one with nothing wrong.</summary>
    private static string Other(string other) => $$"""{ "containers": { "app": { "image": "app:1", "memory_mib": 128, "port_mappings": [{ "container_port": 8080 }] }, "other": { "image": "other:1", {{(other.Contains("memory_mib", StringComparison.Ordinal) ? "" : "\"memory_mib\": 128,")}} {{other}} } } }""";
}
