using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>What every module that runs tasks has: containers, their size, what they may do, and where their output goes.</summary>
internal static class TaskParts
{
    private const string Role = "aws_iam_role";
    private const string Policy = "aws_iam_role_policy";

    /// <summary>What containers have on instances only.</summary>
    private static readonly string[] OfInstances =
    [
        "containers.*.privileged", "containers.*.resourceRequirements", "containers.*.dockerSecurityOptions", "containers.*.hostname", "containers.*.dnsServers", "containers.*.dnsSearchDomains",
        "containers.*.extraHosts", "containers.*.links", "containers.*.linuxParameters.devices", "containers.*.linuxParameters.maxSwapMiB", "containers.*.linuxParameters.sharedMemorySizeMiB",
        "containers.*.linuxParameters.swappiness", "volumes.*.hostPath", "volumes.*.docker", "networkMode", "ipcMode",
    ];

    /// <summary>Adds the variables of a task definition, and gives the one whose values they are.</summary>
    /// <param name="module">The module.</param>
    /// <param name="isFargate">Whether the tasks run on Fargate, where a size must be given and nothing of an instance can be.</param>
    internal static TaskDefinitionProps Read(ModuleBuilder module, bool isFargate)
    {
        var props = module.Read<TaskDefinitionProps>(new ModuleShape
        {
            LeftOut = new HashSet<string>(["executionRoleArn", "taskRoleArn", "placementConstraints", .. isFargate ? OfInstances : ["ephemeralStorageGiB"]]),
            Required = isFargate ? new HashSet<string> { "cpu", "memoryMiB" } : new HashSet<string>(),
            Switches = new HashSet<string> { "volumes.*.efs.iamAuthorization" },
            Descriptions = new Dictionary<string, string>
            {
                ["region"] = "The region that the logs are in.",
                ["family"] = "The name that the task definition's revisions share. The module's name unless set. A change replaces it.",
                ["cpu"] = $"CPU units of the whole task; 1024 are one vCPU.{(isFargate ? "" : " What the containers ask for, unless set.")}",
                ["memoryMiB"] = $"The memory of the whole task, in MiB.{(isFargate ? "" : " What the containers ask for, unless set.")}",
                ["logGroup.name"] = "Its name. `/ecs/` and the module's name unless set.",
                ["tags"] = "Tags of everything that the module makes.",
                ["taskPolicy"] = "What the containers may do in AWS, by the statements' names of letters and digits. Nothing unless set.",
                ["secretsKmsKeyArns"] = "KMS keys that the secrets are encrypted with, where they are not AWS's own. The execution role may decrypt with them.",
                ["ecrRepositoryArns"] = "ECR repositories that the execution role may pull from, besides those that the images name. An image that is known only after apply names none.",
            },
        });
        AddRole(module, "execution_role", "An existing role that ECS has to start the task. Unless set, one that may do exactly what this task needs: write to its log group, read the secrets that are named, pull from the ECR repositories that are named.");
        AddRole(module, "task_role", "An existing role that the containers have. One of the task's own unless set, with what task_policy says.");
        return props with
        {
            ExecutionRoleArn = Expression.Of("var.execution_role.arn") with { IsOptional = true },
            TaskRoleArn = Expression.Of("var.task_role.arn") with { IsOptional = true },
        };
    }

    /// <summary>Has the log group and the roles made where the task needs them, and adds what holds between the variables.</summary>
    /// <param name="module">The module.</param>
    /// <param name="task">The task definition.</param>
    /// <param name="hasExec">Whether ECS Exec may open a shell in the containers.</param>
    internal static void AddNeeds(ModuleBuilder module, TaskDefinitionProps task, Value<bool> hasExec)
    {
        module.MakeOnlyWhere("aws_cloudwatch_log_group.this", module.AddLocal("makes_log_group", task.WritesToGroup()));
        MakeRoleOnlyWhere("execution", ExecutionPolicy.IsNeeded(task));
        MakeRoleOnlyWhere("task", Value.Any(Presence.OfAny(task.TaskPolicy), hasExec));

        void MakeRoleOnlyWhere(string purpose, Value<bool> isNeeded)
        {
            var made = module.AddLocal($"makes_{purpose}_role", (Value<bool>)Expression.Of($"var.{purpose}_role == null") & isNeeded);
            foreach (var type in new[] { Role, Policy })
            {
                module.MakeOnlyWhere($"{type}.{purpose}", made);
            }
        }
    }

    /// <summary>Adds the outputs of a task definition.</summary>
    internal static void AddOutputs(ModuleBuilder module, TaskDefinition task)
    {
        module.AddOutput("task_definition_arn", task.Arn, "The task definition's ARN, with its revision.");
        module.AddOutput("task_definition_family", Expression.Attribute("aws_ecs_task_definition", Symbols.Name, "family"), "The name that the task definition's revisions share.");
        module.AddOutput("execution_role_arn", task.ExecutionRoleArn!, "The role that ECS has to start the task; null where it needs none.");
        module.AddOutput("task_role_arn", task.TaskRoleArn!, "The role that the containers have, for policies that are attached to it; null where they may do nothing.");
        module.AddOutput("log_group_name", Expression.Attribute("aws_cloudwatch_log_group", Symbols.Name, "name"), "The log group that the containers write to; null where none does.");
    }

    private static void AddRole(ModuleBuilder module, string name, string description)
    {
        module.Add(new VariableAttribute(name, new ObjectType([new VariableAttribute("arn", ScalarType.Text with { Constraints = [.. VariableReader.FormsOf(typeof(TaskDefinitionProps), nameof(TaskDefinitionProps.TaskRoleArn))] }, true, null, "Its ARN.")]), false, null, $"{description} An object, so that it is known whether there is one before it is made."));
        module.Symbols.AddOptional($"var.{name}", Appearance.ObjectIsSet);
    }
}
