using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>
/// Containers as the JSON that the provider takes. It is the text that ECS gives back and the provider compares: sorted where ECS does not
/// keep an order, defaults that ECS fills in written out, nothing that is empty. So a second plan shows nothing.
/// </summary>
internal static class ContainerDefinitions
{
    /// <summary>A user that no image has a reason to give rights to.</summary>
    private const string OrdinaryUser = "1000:1000";

    /// <summary>The JSON as a Terraform string.</summary>
    /// <param name="task">The task.</param>
    /// <param name="logGroup">The log group that containers write to which do not say otherwise.</param>
    /// <param name="hasExec">Whether ECS Exec may open a shell in the containers.</param>
    /// <param name="write">Writes a tree of JSON.</param>
    internal static string Text(TaskDefinitionProps task, Value<string> logGroup, Value<bool> hasExec, Func<object, string> write) =>
        write(Sorted(task.Containers).Select(container => Of(container.Key, container.Value, task, logGroup, hasExec)));

    private static JsonMap Of(string name, ContainerProps container, TaskDefinitionProps task, Value<string> logGroup, Value<bool> hasExec) => new(
        ("name", name),
        ("image", container.Image),
        ("essential", container.Essential),
        ("cpu", container.Cpu),
        ("memory", container.MemoryMiB),
        ("memoryReservation", container.MemoryReservationMiB),
        ("entryPoint", container.EntryPoint),
        ("command", container.Command),
        ("workingDirectory", container.WorkingDirectory),
        ("user", container.User.Or(Value.When<string>(task.RunsOnWindows, null, OrdinaryUser))),
        ("readonlyRootFilesystem", container.ReadonlyRootFilesystem.Or(Value.When<bool>(task.RunsOnWindows, null, true))),
        ("environment", Pairs(container.Environment, "value")),
        ("environmentFiles", Json.Each(container.EnvironmentFiles, file => new JsonMap(("value", file), ("type", "s3")))),
        ("secrets", Pairs(container.Secrets, "valueFrom")),
        ("portMappings", container.PortMappings.Select(mapping => PortMappingOf(mapping, task))),
        ("logConfiguration", LogConfigurationOf(name, container, task, logGroup)),
        ("healthCheck", container.HealthCheck is { } check ? HealthCheckOf(check) : null),
        ("dependsOn", Sorted(container.DependsOn).Select(dependency => new JsonMap(("containerName", dependency.Key), ("condition", dependency.Value)))),
        ("restartPolicy", container.RestartPolicy is { } policy ? RestartPolicyOf(policy) : null),
        ("startTimeout", container.StartTimeoutSeconds),
        ("stopTimeout", container.StopTimeoutSeconds),
        ("mountPoints", container.MountPoints.Select(mount => new JsonMap(("sourceVolume", mount.SourceVolume), ("containerPath", mount.ContainerPath), ("readOnly", mount.ReadOnly)))),
        ("volumesFrom", container.VolumesFrom.Select(volumes => new JsonMap(("sourceContainer", volumes.SourceContainer), ("readOnly", volumes.ReadOnly)))),
        ("linuxParameters", LinuxParameters.Of(container.LinuxParameters, hasExec & !task.RunsOnWindows)),
        ("ulimits", container.Ulimits.Select(limit => new JsonMap(("name", limit.Name), ("softLimit", limit.SoftLimit), ("hardLimit", limit.HardLimit)))),
        ("systemControls", Pairs(container.SystemControls, "value", "namespace")),
        ("resourceRequirements", container.ResourceRequirements.Select(requirement => new JsonMap(("type", requirement.Type), ("value", requirement.Value)))),
        ("firelensConfiguration", container.Firelens is { } firelens ? new JsonMap(("type", firelens.Type), ("options", MapOf(firelens.Options))) : null),
        ("repositoryCredentials", new JsonMap(("credentialsParameter", container.RepositoryCredentialsArn))),
        ("versionConsistency", container.VersionConsistency),
        ("privileged", container.Privileged),
        ("interactive", container.Interactive),
        ("pseudoTerminal", container.PseudoTerminal),
        ("disableNetworking", container.DisableNetworking),
        ("hostname", container.Hostname),
        ("dnsServers", container.DnsServers),
        ("dnsSearchDomains", container.DnsSearchDomains),
        ("extraHosts", Pairs(container.ExtraHosts, "ipAddress", "hostname")),
        ("links", container.Links),
        ("dockerLabels", MapOf(container.DockerLabels)),
        ("dockerSecurityOptions", container.DockerSecurityOptions),
        ("credentialSpecs", container.CredentialSpecs));

    private static JsonMap PortMappingOf(PortMappingProps mapping, TaskDefinitionProps task) => new(
        ("containerPort", mapping.ContainerPort),
        ("containerPortRange", mapping.ContainerPortRange),
        // With awsvpc and host ECS answers with the container's port, with bridge it takes 0 for a port of its choice.
        ("hostPort", HostPortOf(mapping, task)),
        ("protocol", mapping.Protocol),
        ("name", mapping.Name),
        ("appProtocol", mapping.AppProtocol));

    private static Value<int>? HostPortOf(PortMappingProps mapping, TaskDefinitionProps task) =>
        mapping.HostPort.Or(Value.When(
            task.NetworkMode.IsAnyOf(NetworkMode.Awsvpc, NetworkMode.Host),
            mapping.ContainerPort,
            Value.When<int>(task.NetworkMode.IsAnyOf(NetworkMode.Bridge) & mapping.ContainerPort.IsSet(), 0, null)));

    private static JsonMap LogConfigurationOf(string name, ContainerProps container, TaskDefinitionProps task, Value<string> logGroup)
    {
        var options = new SortedDictionary<string, Value<string>>(StringComparer.Ordinal);
        var writes = container.Log.WritesToGroup();
        foreach (var (key, value) in new[] { ("awslogs-group", logGroup), ("awslogs-region", task.Region), ("awslogs-stream-prefix", name) })
        {
            if (Value.When(writes, value, null) is { } written)
            {
                options[key] = written;
            }
        }
        foreach (var (key, value) in container.Log.Options)
        {
            options[key] = value;
        }
        return new(("logDriver", container.Log.LogDriver), ("options", MapOf(options)), ("secretOptions", Pairs(container.Log.SecretOptions, "valueFrom")));
    }

    private static JsonMap HealthCheckOf(ContainerHealthCheckProps check) => new(
        ("command", check.Command),
        ("interval", check.IntervalSeconds),
        ("timeout", check.TimeoutSeconds),
        ("retries", check.Retries),
        ("startPeriod", check.StartPeriodSeconds));

    private static JsonMap RestartPolicyOf(ContainerRestartPolicyProps policy) => new(
        ("enabled", policy.Enabled),
        ("ignoredExitCodes", policy.IgnoredExitCodes),
        ("restartAttemptPeriod", Value.When(policy.Enabled.IsAnyOf(true), policy.RestartAttemptPeriodSeconds, null)));

    /// <summary>A map as ECS has it: a list of names and values, sorted, since ECS gives it back in any order.</summary>
    private static IEnumerable<JsonMap> Pairs(IReadOnlyDictionary<string, Value<string>> map, string value, string name = "name") =>
        Sorted(map).Select(entry => new JsonMap((name, entry.Key), (value, entry.Value)));

    private static JsonMap MapOf(IReadOnlyDictionary<string, Value<string>> map) => new(Sorted(map).Select(entry => (entry.Key, (object?)entry.Value)));

    private static IEnumerable<KeyValuePair<string, T>> Sorted<T>(IReadOnlyDictionary<string, T> map) => map.OrderBy(entry => entry.Key, StringComparer.Ordinal);
}
