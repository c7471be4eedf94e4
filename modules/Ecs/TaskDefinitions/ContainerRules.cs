using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What holds of a container's settings.</summary>
internal static class ContainerRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TASK106", "Logs to a named group name its region; a buffer size is for the mode non-blocking, which is the default; the options of awslogs are known ones, and lines are joined by a date or by a pattern, not by both; the mode is blocking or non-blocking.", "RegisterTaskDefinition rejects it, or the container does not start.", "cfn-lint E3046; awslogs log driver options; ECS account setting defaultLogDriverMode: non-blocking since 2025-06-25")
            .ForTasks(CheckLogOptions),
        Rule.Error("TASK113", "A container's health check begins with CMD or CMD-SHELL and has a command; every 5 to 300 seconds, 2 to 60 seconds long, 1 to 10 times, after 0 to 300 seconds.", "RegisterTaskDefinition rejects it.", "ECS HealthCheck")
            .ForTasks(CheckHealthCheck)
            .Bounding<TaskDefinitionProps>("containers.*.healthCheck.intervalSeconds", new NumberBetween(5, 300, "seconds"))
            .Bounding<TaskDefinitionProps>("containers.*.healthCheck.timeoutSeconds", new NumberBetween(2, 60, "seconds"))
            .Bounding<TaskDefinitionProps>("containers.*.healthCheck.retries", new NumberBetween(1, 10))
            .Bounding<TaskDefinitionProps>("containers.*.healthCheck.startPeriodSeconds", new NumberBetween(0, 300, "seconds")),
        Rule.Error("TASK118", "A container has no keys but those of ECS.", "The provider drops an unknown key without a word, and its setting is lost.", "measured with provider 5.100: a misspelt key gives a clean plan"),
        Rule.Error("TASK119", "A variable is in environment or in secrets, not in both.", "RegisterTaskDefinition rejects it.", "ECS ContainerDefinition.secrets")
            .ForTasks(CheckVariables),
        Rule.Error("TASK121", "A container has at most 10 environment files, each an object of S3 by its ARN that ends in .env.", "RegisterTaskDefinition rejects it, or the task does not start.", "ECS EnvironmentFile")
            .ForTasks(CheckEnvironmentFiles),
        Rule.Error("TASK122", "Links are for bridge; a host name, DNS servers and extra hosts are not for awsvpc.", "RegisterTaskDefinition rejects it.", "ECS ContainerDefinition.links, hostname, dnsServers, extraHosts")
            .ForTasks(CheckNetworkSettings),
        Rule.Error("TASK311", "A container has an image: a name of at most 255 characters, with its registry before and its tag or digest behind it.", "RegisterTaskDefinition rejects it.", "ECS ContainerDefinition.image")
            .ForTasks(CheckImageName)
            .Bounding<TaskDefinitionProps>("containers.*.image", ImageName.Constraint),
        Rule.Warning("TASK124", "An image is pinned by a tag other than latest, or by its digest, and is built for the task's processors.", "Two tasks of one revision can run different programs; or none, with \"exec format error\".", "practice")
            .ForTasks(CheckImage),
    ];

    /// <summary>The options of the log driver awslogs.</summary>
    internal static readonly string[] KnownOptions =
    [
        "awslogs-create-group", "awslogs-datetime-format", "awslogs-group", "awslogs-multiline-pattern", "awslogs-region", "awslogs-stream-prefix", "max-buffer-size", "mode",
    ];

    private static void CheckLogOptions(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            var options = container.Log.Options;
            if (container.Log.IsAwslogs())
            {
                if (options.ContainsKey("awslogs-group") && !options.ContainsKey("awslogs-region"))
                {
                    task.Add($"{path}.log.options", "names a group without its region", "awslogs-group", "awslogs-group with awslogs-region", "add awslogs-region, or remove awslogs-group to get the task's own group");
                }
                if (options.ContainsKey("awslogs-group") && task.IsFargate && !options.ContainsKey("awslogs-stream-prefix"))
                {
                    task.Add($"{path}.log.options", "names a group without a prefix for its streams", "awslogs-group", "awslogs-group with awslogs-stream-prefix", "add awslogs-stream-prefix, which Fargate needs");
                }
                foreach (var option in options.Keys.Where(option => !KnownOptions.Contains(option)))
                {
                    task.Add($"{path}.log.options.{option}", "is not an option of awslogs", Quoted.Of(option), string.Join(", ", KnownOptions), "correct it, or remove it");
                }
            }
            if (container.Log.IsAwslogs() && options.ContainsKey("awslogs-datetime-format") && options.ContainsKey("awslogs-multiline-pattern"))
            {
                task.Add($"{path}.log.options.awslogs-multiline-pattern", "stands beside awslogs-datetime-format", "both", "at most one of the two", "remove one of the two");
            }
            if (options.TryGetValue("mode", out var given) && given.TryGetLiteral(out var name) && name is not ("blocking" or "non-blocking"))
            {
                task.Add($"{path}.log.options.mode", "is not a mode", Quoted.Of(name), "blocking or non-blocking", "use one of the two");
            }
            else if (options.TryGetValue("max-buffer-size", out var size) && options.TryGetValue("mode", out var mode) && !mode.MayBe("non-blocking"))
            {
                task.Add($"{path}.log.options.max-buffer-size", "is for the mode non-blocking", $"{Quoted.Of(size.ToString())} with mode {mode}", "max-buffer-size with mode: non-blocking", "set mode to non-blocking, or remove one of the two");
            }
        }
    }

    private static void CheckHealthCheck(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            if (container.HealthCheck is not { } check)
            {
                continue;
            }
            if (check.Command is { Expression: null } command && !(command.Count > 1 && command[0].MayBe("CMD", "CMD-SHELL")))
            {
                task.Add($"{path}.healthCheck.command", "is not a command", command.Count == 0 ? null : Quoted.Of(string.Join(' ', command.Select(part => part.ToString()))), "CMD or CMD-SHELL and then the command", "begin it with CMD-SHELL, or with CMD and an element for each argument");
            }
            task.CheckBounds($"{path}.healthCheck.intervalSeconds", check.IntervalSeconds, 5, 300, "seconds");
            task.CheckBounds($"{path}.healthCheck.timeoutSeconds", check.TimeoutSeconds, 2, 60, "seconds");
            task.CheckBounds($"{path}.healthCheck.retries", check.Retries, 1, 10, "");
            task.CheckBounds($"{path}.healthCheck.startPeriodSeconds", check.StartPeriodSeconds, 0, 300, "seconds");
        }
    }

    private static void CheckVariables(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            foreach (var name in container.Secrets.Keys.Where(container.Environment.ContainsKey))
            {
                task.Add($"{path}.secrets.{name}", "is in environment too", Quoted.Of(name), "one of environment and secrets", "remove it from one of the two");
            }
        }
    }

    private static void CheckEnvironmentFiles(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            if (container.EnvironmentFiles.Count > 10)
            {
                task.Add($"{path}.environmentFiles", "has too many files", $"{container.EnvironmentFiles.Count}", "at most 10", "merge some");
            }
            for (var index = 0; index < container.EnvironmentFiles.Count; index++)
            {
                if (container.EnvironmentFiles[index].TryGetLiteral(out var arn) && !(arn.Split(':') is ["arn", _, "s3", "", "", var key] && key.Contains('/') && key.EndsWith(".env", StringComparison.Ordinal)))
                {
                    task.Add($"{path}.environmentFiles[{index}]", "is not a .env file in S3", Quoted.Of(arn), "an ARN such as arn:aws:s3:::bucket/shop.env", "give the object's ARN");
                }
            }
        }
    }

    private static void CheckNetworkSettings(TaskCase task)
    {
        if (!task.Task.NetworkMode.TryGetLiteral(out var mode))
        {
            return;
        }
        foreach (var (path, _, container) in task.Containers)
        {
            Refuse("links", container.Links.Count > 0 && mode != NetworkMode.Bridge, "networkMode bridge");
            Refuse("hostname", container.Hostname is not null && mode == NetworkMode.Awsvpc, "another networkMode");
            Refuse("dnsServers", container.DnsServers.Count > 0 && mode == NetworkMode.Awsvpc, "another networkMode");
            Refuse("dnsSearchDomains", container.DnsSearchDomains.Count > 0 && mode == NetworkMode.Awsvpc, "another networkMode");
            Refuse("extraHosts", container.ExtraHosts.Count > 0 && mode == NetworkMode.Awsvpc, "another networkMode");

            void Refuse(string property, bool isWrong, string allowed)
            {
                if (isWrong)
                {
                    task.Add($"{path}.{property}", $"is not possible with {Spelling.Of(mode)}", property, allowed, "remove it, or change the network mode");
                }
            }
        }
    }

    private static void CheckImageName(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            if (container.Image.TryGetLiteral(out var image) && !ImageName.Constraint.Accepts(image))
            {
                task.Add($"{path}.image", "is not legal", Quoted.Of(image), ImageName.Constraint.Allowed, "name an image such as httpd:2.4");
            }
        }
    }

    private static void CheckImage(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            if (!container.Image.TryGetLiteral(out var image) || !ImageName.Constraint.Accepts(image))
            {
                continue;
            }
            if (!ImageName.IsPinned(image))
            {
                task.Add($"{path}.image", "is not pinned", Quoted.Of(image), "a tag other than latest, or a digest", "name the version");
            }
            if (ImageName.ArchitectureOf(image) is { } architecture && task.Task.CpuArchitecture.TryGetLiteral(out var processors) && architecture != processors)
            {
                task.Add($"{path}.image", "is built for other processors than the task's", $"{Quoted.Of(image)} with cpuArchitecture {Spelling.Of(processors)}", $"an image for {Spelling.Of(processors)}", $"set cpuArchitecture to {Spelling.Of(architecture)}, or take another image");
            }
        }
    }
}
