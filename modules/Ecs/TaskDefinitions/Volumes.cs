using Orchestrator.Modules.Synthesis;
using Aws = HashiCorp.Cdktf.Providers.Aws.EcsTaskDefinition;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>The volumes of a task definition.</summary>
internal static class Volumes
{
    internal static Aws.EcsTaskDefinitionVolume Of(string name, VolumeProps volume) => new()
    {
        Name = name,
        HostPath = Emit.Text(volume.HostPath),
        EfsVolumeConfiguration = volume.Efs is not { } efs ? null : new Aws.EcsTaskDefinitionVolumeEfsVolumeConfiguration
        {
            FileSystemId = Emit.Text(efs.FileSystemId)!,
            RootDirectory = Emit.Text(efs.RootDirectory),
            TransitEncryption = Emit.Member(efs.TransitEncryption),
            TransitEncryptionPort = Emit.Number(efs.TransitEncryptionPort),
            AuthorizationConfig = efs.AccessPointId is null && efs.IamAuthorization.Is(false) ? null : new Aws.EcsTaskDefinitionVolumeEfsVolumeConfigurationAuthorizationConfig
            {
                AccessPointId = Emit.Text(efs.AccessPointId),
                Iam = Emit.Choice(efs.IamAuthorization, "ENABLED", "DISABLED"),
            },
        },
        DockerVolumeConfiguration = volume.Docker is not { } docker ? null : new Aws.EcsTaskDefinitionVolumeDockerVolumeConfiguration
        {
            Scope = Emit.Member(docker.Scope),
            Autoprovision = Emit.Boolean(docker.Autoprovision),
            Driver = Emit.Text(docker.Driver),
            DriverOpts = Emit.Map(docker.DriverOptions),
            Labels = Emit.Map(docker.Labels),
        },
    };
}
