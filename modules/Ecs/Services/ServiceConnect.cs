using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws.EcsService;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>The Service Connect part of a service.</summary>
internal static class ServiceConnect
{
    internal static Aws.EcsServiceServiceConnectConfiguration Of(ServiceConnectProps props) => new()
    {
        Enabled = true,
        Namespace = Emit.Text(props.NamespaceArn),
        Service = props.Services.Count == 0 ? null : props.Services.Select(service => ServiceOf(service.Key, service.Value)).ToArray(),
        LogConfiguration = props.Log is not { } log ? null : new Aws.EcsServiceServiceConnectConfigurationLogConfiguration
        {
            LogDriver = Emit.Member(log.LogDriver)!,
            Options = Emit.Map(log.Options),
            SecretOption = log.SecretOptions.Count == 0 ? null : log.SecretOptions
                .Select(option => new Aws.EcsServiceServiceConnectConfigurationLogConfigurationSecretOption { Name = option.Key, ValueFrom = Emit.Text(option.Value)! })
                .ToArray(),
        },
    };

    private static Aws.EcsServiceServiceConnectConfigurationService ServiceOf(string portName, ServiceConnectServiceProps service) => new()
    {
        PortName = portName,
        DiscoveryName = Emit.Text(service.DiscoveryName.Or(portName)),
        IngressPortOverride = Emit.Number(service.IngressPort),
        ClientAlias = service.ClientPort is null ? null
            : new Aws.EcsServiceServiceConnectConfigurationServiceClientAlias { Port = Emit.Number(service.ClientPort)!.Value, DnsName = Emit.Text(service.ClientDnsName) },
        Timeout = service.IdleTimeoutSeconds is null && service.PerRequestTimeoutSeconds is null ? null : new Aws.EcsServiceServiceConnectConfigurationServiceTimeout
        {
            IdleTimeoutSeconds = Emit.Number(service.IdleTimeoutSeconds),
            PerRequestTimeoutSeconds = Emit.Number(service.PerRequestTimeoutSeconds),
        },
    };
}
