using HashiCorp.Cdktf;
using Orchestrator.Modules.Synthesis;

namespace Orchestrator.Modules.State;

/// <summary>Writes a stack's backend.</summary>
internal static class Backend
{
    /// <summary>Sets the backend.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="name">The stack's name.</param>
    /// <param name="props">One kind.</param>
    internal static void Set(TerraformStack stack, string name, BackendProps props)
    {
        switch (props)
        {
            case { S3: { } s3 }:
                SetS3(stack, name, s3);
                break;
            case { Cloud: { } cloud }:
                Kernel.CreateBackend(stack, new CloudBackendConfig
                {
                    Organization = Emit.Text(cloud.Organization)!,
                    Hostname = Emit.Text(cloud.Hostname),
                    Workspaces = Kernel.CreateWorkspace(name, Emit.Text(cloud.Project)),
                }, static (stack, configuration) => new CloudBackend(stack, configuration));
                break;
            case { Http: { } http }:
                SetHttp(stack, name, http);
                break;
            default:
                // Two levels below the output directory Terraform runs; the state stands beside that directory.
                Kernel.CreateBackend(stack, new LocalBackendConfig { Path = props.Local?.Path ?? $"../../../terraform.{name}.tfstate" }, static (stack, configuration) => new LocalBackend(stack, configuration));
                break;
        }
    }

    private static void SetS3(TerraformStack stack, string name, S3BackendProps s3)
    {
        Kernel.CreateBackend(stack, new S3BackendConfig
        {
            Bucket = Emit.Text(s3.Bucket)!,
            Key = Emit.Text(s3.Key) ?? $"{name}.tfstate",
            Region = Emit.Text(s3.Region),
            Encrypt = true,
            KmsKeyId = Emit.Text(s3.KmsKeyId),
            AssumeRole = s3.AssumeRole is not { } role ? null : new S3BackendAssumeRoleConfig
            {
                RoleArn = Emit.Text(role.RoleArn)!,
                ExternalId = Emit.Text(role.ExternalId),
                SessionName = Emit.Text(role.SessionName),
            },
        }, static (stack, configuration) => new S3Backend(stack, configuration));
        // The binding has no property for it.
        Kernel.Override(stack, "terraform.backend.s3.use_lockfile", true);
    }

    private static void SetHttp(TerraformStack stack, string name, HttpBackendProps http)
    {
        var address = $"{Emit.Text(http.Address)!.TrimEnd('/')}/{name}";
        var lockAddress = $"{address}{Emit.Text(http.LockPath)}";
        Kernel.CreateBackend(stack, new HttpBackendConfig
        {
            Address = address,
            LockAddress = lockAddress,
            UnlockAddress = lockAddress,
            LockMethod = Emit.Text(http.LockMethod),
            UnlockMethod = Emit.Text(http.UnlockMethod),
        }, static (stack, configuration) => new HttpBackend(stack, configuration));
    }
}
