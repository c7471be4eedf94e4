using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>What a service whose tasks are replaced by something other than ECS cannot have.</summary>
internal static class DeploymentControllerRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SVC330", "With CODE_DEPLOY and EXTERNAL a service is a REPLICA without Service Connect, and on instances without a largest share of tasks.", "CreateService rejects it.", "ECS CreateServiceRequest.schedulingStrategy; ECS DeploymentConfiguration.maximumPercent; ECS guide, Service Connect considerations")
            .For<EcsServiceProps>(CheckStrategy),
        Rule.Error("SVC331", "With EXTERNAL a service has no launch type, capacity providers, platform version, grace period, registry or alarms of its own.", "Each task set has them: CreateService rejects them, and they are not sent.", "ECS CreateTaskSetRequest; ECS guide, third-party controllers")
            .For<EcsServiceProps>(CheckExternal),
        Rule.Warning("SVC332", "What is set for a service has an effect: a number of tasks where it is no DAEMON, a circuit breaker where ECS replaces the tasks a few at a time, moves between zones where it replaces them at all, a network where no task set has its own.", "It would be lost without a word.", "ECS CreateServiceRequest.desiredCount; ECS DeploymentCircuitBreaker: rolling update (ECS) only")
            .For<EcsServiceProps>(CheckLost),
    ];

    private static void CheckStrategy(EcsServiceProps service, Report report)
    {
        if (!service.DeploymentController.TryGetLiteral(out var controller) || controller == DeploymentController.Ecs)
        {
            return;
        }
        var name = Spelling.Of(controller);
        if (service.SchedulingStrategy.Is(SchedulingStrategy.Daemon))
        {
            report.Add("schedulingStrategy", $"is not possible with {name}", "DAEMON", "REPLICA", "remove it, or leave deployments to ECS");
        }
        if (service.ServiceConnect is not null)
        {
            report.Add("serviceConnect", $"is not possible with {name}", name, "deploymentController ECS", "remove it, or leave deployments to ECS");
        }
        if (service.MaximumPercent.IsLiteral(out var maximum) && maximum != 200 && ((ITaskOwner)service).IsFargate() == false)
        {
            report.Add("maximumPercent", $"cannot be chosen with {name} on instances", $"{maximum}", "nothing", "remove it, or leave deployments to ECS");
        }
    }

    private static void CheckExternal(EcsServiceProps service, Report report)
    {
        if (!service.DeploymentController.Is(DeploymentController.External))
        {
            return;
        }
        foreach (var (property, value) in new (string, IValue?)[] { ("launchType", service.LaunchType), ("platformVersion", service.PlatformVersion), ("healthCheckGracePeriodSeconds", service.HealthCheckGracePeriodSeconds) })
        {
            if (value is not null)
            {
                Refuse(property, $"{value}");
            }
        }
        if (service.CapacityProviders.Count > 0)
        {
            Refuse("capacityProviders", $"{service.CapacityProviders.Count}");
        }
        if (service.ServiceRegistry is not null)
        {
            Refuse("serviceRegistry", $"{service.ServiceRegistry.RegistryArn}");
        }

        void Refuse(string property, string got) => report.Add(property, "is each task set's own with EXTERNAL", got, "nothing", "remove it, and say it where the task sets are made");
    }

    private static void CheckLost(EcsServiceProps service, Report report)
    {
        if (service.SchedulingStrategy.Is(SchedulingStrategy.Daemon) && !ReferenceEquals(service.DesiredCount, EcsServiceProps.DefaultCount))
        {
            report.Add("desiredCount", "is not used for a DAEMON, which has one task on each instance", $"{service.DesiredCount}", "nothing", "remove it");
        }
        if (!service.DeploymentController.TryGetLiteral(out var controller))
        {
            return;
        }
        var name = controller == DeploymentController.Ecs && service.ShiftsTraffic ? $"{service.Deployment!.Strategy}" : Spelling.Of(controller);
        if (service.CircuitBreaker is var breaker && !ReferenceEquals(breaker, CircuitBreakerProps.Default) && (controller != DeploymentController.Ecs || service.ShiftsTraffic))
        {
            report.Add("circuitBreaker", $"is not used with {name}", $"enabled {breaker.Enabled}, rollback {breaker.Rollback}", "nothing", controller == DeploymentController.Ecs ? "remove it, and let alarms take back what fails" : "remove it, and let the deployment's own controller take back what fails");
        }
        if (controller == DeploymentController.Ecs)
        {
            return;
        }
        if (service.AvailabilityZoneRebalancing?.Is(true) == true)
        {
            report.Add("availabilityZoneRebalancing", $"is not done with {name}", "true", "nothing", "remove it");
        }
        if (controller == DeploymentController.External)
        {
            CheckNetwork(service, report);
        }
        if (controller == DeploymentController.CodeDeploy && service.CapacityProviders.Count > 0)
        {
            report.Add("capacityProviders", "are chosen by each deployment with CODE_DEPLOY", string.Join(" and ", service.CapacityProviders.Select(item => item.Provider)), "a launch type", "set launchType, and name the providers in the deployment's AppSpec");
        }
    }

    private static void CheckNetwork(EcsServiceProps service, Report report)
    {
        foreach (var (property, got) in new[]
        {
            ("subnets", service.Subnets.Count > 0 ? $"{service.Subnets.Count}" : null),
            ("securityGroups", service.SecurityGroups.Count > 0 ? $"{service.SecurityGroups.Count}" : null),
            ("assignPublicIp", service.AssignPublicIp.Is(true) ? "true" : null),
        })
        {
            if (got is not null)
            {
                report.Add(property, "is each task set's own with EXTERNAL, and not sent", got, "nothing", "remove it, and say it where the task sets are made");
            }
        }
    }
}
