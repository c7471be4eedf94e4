using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws.S3BucketNotification;

namespace Orchestrator.Modules.Events;

/// <summary>Has S3 send a bucket's events to EventBridge.</summary>
internal static class BucketNotification
{
    internal static void Add(ModuleConstruct owner, Value<string> bucket) => owner.Make<Aws.S3BucketNotification>("notification", new Aws.S3BucketNotificationConfig
    {
        Bucket = Emit.Text(bucket)!,
        Eventbridge = true,
    });
}
