using HashiCorp.Cdktf;
using Orchestrator.Modules.Synthesis;
using AwsProvider = HashiCorp.Cdktf.Providers.Aws.Provider;

namespace Orchestrator.Modules.State;

/// <summary>The stack of a state bucket, which comes before all others: its own state is local at first.</summary>
public sealed class StateStack : TerraformStack
{
    /// <summary>The stack's name.</summary>
    public const string Name = "terraform-state";

    private StateStack(App app, StateBucketProps bucket, string region, string accountId, BackendProps backend)
        : base(Kernel.CreateStack(app, Name))
    {
        TerraformSettings.Apply(this, Name, backend);
        Kernel.Create<AwsProvider.AwsProvider>(this, "aws", new AwsProvider.AwsProviderConfig { Region = region, AllowedAccountIds = [accountId] });
        var made = new StateBucket(this, "state", bucket);
        Kernel.Create<TerraformOutput>(this, "kms_key_arn", new TerraformOutputConfig { Value = Emit.Text(made.KeyArn)!, Description = "The key of the states: kmsKeyId of a manifest's backend." });
    }

    /// <summary>Writes the stack's configuration.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="region">Its region.</param>
    /// <param name="accountId">Its account; Terraform refuses to run with the credentials of another.</param>
    /// <param name="isInBucket">Whether the stack's own state is in the bucket too, or in a local file.</param>
    /// <param name="directory">The directory to write into; it must exist.</param>
    /// <param name="engine">What writes it.</param>
    /// <param name="replay">Is told what the native engine does not know, before node does all of it.</param>
    public static void Write(StateBucketProps bucket, string region, string accountId, bool isInBucket, string directory, SynthesisEngine engine = SynthesisEngine.Native, Action<string>? replay = null) => Kernel.Run(
        engine,
        directory,
        app => new StateStack(app, bucket, region, accountId, isInBucket ? new() { S3 = new() { Bucket = bucket.Name, Region = region } } : new() { Local = new() }),
        replay);
}
