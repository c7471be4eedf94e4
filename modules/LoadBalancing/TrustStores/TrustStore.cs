using Constructs;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A trust store with its revocation lists.</summary>
public sealed class TrustStore : ModuleConstruct, ITrustStore
{
    /// <summary>Makes the trust store and its revocation lists.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id; the end of its name in AWS unless the props say another, and its address in the state.</param>
    /// <param name="props">What it declares.</param>
    public TrustStore(Construct scope, string id, TrustStoreProps props)
        : base(scope, id, props)
    {
        Arn = Expression.Attribute("aws_lb_trust_store", LogicalId, "arn");
        Resource = Make<Aws.LbTrustStore.LbTrustStore>(MainResourceId, new Aws.LbTrustStore.LbTrustStoreConfig
        {
            Name = Emit.Text(props.Name) ?? NameOf(AwsNames.TrustStore),
            CaCertificatesBundleS3Bucket = Emit.Text(props.CaCertificatesBundle.Bucket)!,
            CaCertificatesBundleS3Key = Emit.Text(props.CaCertificatesBundle.Key)!,
            CaCertificatesBundleS3ObjectVersion = Emit.Text(props.CaCertificatesBundle.Version),
            Tags = Emit.Map(props.Tags),
        });
        foreach (var (name, revocation) in props.Revocations)
        {
            Make<Aws.LbTrustStoreRevocation.LbTrustStoreRevocation>(
                name,
                new Aws.LbTrustStoreRevocation.LbTrustStoreRevocationConfig
                {
                    TrustStoreArn = Emit.Text(Arn)!,
                    RevocationsS3Bucket = Emit.Text(revocation.Bucket)!,
                    RevocationsS3Key = Emit.Text(revocation.Key)!,
                    RevocationsS3ObjectVersion = Emit.Text(revocation.Version),
                },
                name);
        }
    }

    /// <inheritdoc/>
    public Value<string> Arn { get; }

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.LbTrustStore.LbTrustStore Resource { get; }

    /// <inheritdoc/>
    public override string ToString() => LogicalId;
}
