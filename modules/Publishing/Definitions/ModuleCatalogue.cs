namespace Orchestrator.Modules.Publishing;

/// <summary>Every module that is published.</summary>
internal static class ModuleCatalogue
{
    /// <summary>The definitions, in the order of their names.</summary>
    internal static IReadOnlyList<ModuleDefinition> All { get; } =
    [
        new ApplicationLoadBalancerModule(),
        new CertificateModule(),
        new DnsRecordsModule(),
        new Ec2ServiceModule(),
        new EventTaskModule(),
        new FargateServiceModule(),
        new NetworkLoadBalancerModule(),
        new SecurityGroupModule(),
        new StaticIpAlbModule(),
        new TargetGroupModule(),
    ];
}
