using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>What holds of tasks that uploads start.</summary>
internal static class UploadRules
{
    private static readonly TextMatching Variable = new("^[A-Za-z_][A-Za-z0-9_]*$", 255, "a letter or an underscore, then letters, digits and underscores");
    private static readonly TextMatching BucketName = new("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", 63, "3 to 63 lower-case letters, digits, dots and hyphens, no dot or hyphen at either end");
    private static readonly TextMatching TableName = new("^[A-Za-z0-9_.-]{3,255}$", 255, "3 to 255 letters, digits, dots, hyphens and underscores");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("EVT152", "A pattern for new objects of S3 comes with the bucket whose notifications go to EventBridge, and names that bucket.", "S3 sends EventBridge nothing unless it is told to, and no task is ever started.", "S3 user guide, Enabling Amazon EventBridge")
            .For<EventTaskProps>(CheckBucket),
        Rule.Error("EVT259", "The bucket and the table of uploads have names that S3 and DynamoDB accept; a container of the task is told of the upload, in three variables with different names.", "CreateBucket or CreateTable rejects it, or the task does not know what it was started for.", "S3 bucket naming rules; DynamoDB CreateTableInput.TableName")
            .For<UploadTaskProps>(CheckUpload),
        Rule.Error("EVT260", "A bucket's notifications are switched on in one place.", "Each place overwrites the others, in every apply.", "provider documentation of aws_s3_bucket_notification")
            .ForAll(CheckNotifications),
    ];

    private static void CheckBucket(EventTaskProps task, Report report)
    {
        if (!task.EventPattern.TryGetLiteral(out var text) || EventPatternText.Parse(text) is not { } pattern || !EventPatternText.MatchesUploads(pattern))
        {
            if (task.Bucket is not null && task.EventPattern.IsLiteral)
            {
                report.Add("bucket", "is for a pattern of new objects in S3", $"{task.Bucket.Name}", "source aws.s3 and detail-type Object Created in eventPattern", "remove it, or correct the pattern");
            }
            return;
        }
        var names = EventPatternText.BucketsIn(pattern);
        if (task.Bucket is null)
        {
            report.Add("bucket", "is missing", null, "the bucket of the uploads", "add bucket: { name: … }, with switchOn: false where its notifications go to EventBridge already; or use uploadTasks");
        }
        else if (task.Bucket.Name.TryGetLiteral(out var bucket) && names.Count > 0 && !names.Contains(bucket))
        {
            report.Add("bucket.name", "is not the bucket of the pattern", Quoted.Of(bucket), $"one of {string.Join(", ", names)}", "name the same bucket in both");
        }
    }

    private static void CheckUpload(UploadTaskProps task, Report report)
    {
        Check("bucket.name", task.Bucket.Name, BucketName);
        Check("table.name", task.Table.Name, TableName);
        var variables = new[] { ("bucketVariable", task.BucketVariable), ("keyVariable", task.KeyVariable), ("tableVariable", task.TableVariable) };
        foreach (var (property, variable) in variables.Where(variable => !Variable.Accepts(variable.Item2)))
        {
            report.Add(property, Variable.Violation, Quoted.Of(variable), Variable.Allowed, "choose another name");
        }
        foreach (var (property, variable) in variables.Where((variable, index) => variables.Take(index).Any(other => other.Item2 == variable.Item2)))
        {
            report.Add(property, "is the name of another variable too", Quoted.Of(variable), "three different names", "choose another name");
        }
        if (task.EffectiveContainer is not { } container)
        {
            report.Add("container", "is missing", null, $"one of {string.Join(", ", task.TaskDefinition.Containers.Keys)}", "say which container is told of the upload");
        }
        else if (!task.TaskDefinition.Containers.ContainsKey(container))
        {
            report.Add("container", "is not a container of the task", Quoted.Of(container), $"one of {string.Join(", ", task.TaskDefinition.Containers.Keys)}", "name one of them");
        }

        void Check(string property, Value<string>? name, TextMatching pattern)
        {
            if (name.IsLiteral(out var text) && !pattern.Accepts(text))
            {
                report.Add(property, pattern.Violation, Quoted.Of(text), pattern.Allowed, "choose another name, or remove it to get a generated one");
            }
        }
    }

    private static void CheckNotifications(Model model, Report report)
    {
        var owners = new Dictionary<string, string>();
        foreach (var task in model.Of<UploadTaskProps>())
        {
            if (task.Props.Bucket.Name.IsLiteral(out var name))
            {
                owners.TryAdd(name, task.Path);
            }
        }
        foreach (var task in model.Of<EventTaskProps>())
        {
            if (task.Props.Bucket is { } bucket && !bucket.SwitchOn.Is(false) && bucket.Name.TryGetLiteral(out var name) && !owners.TryAdd(name, task.Path))
            {
                report.At(task).Add("bucket.switchOn", $"is on in {owners[name]} too", $"true for {name}", "one place for each bucket", "set switchOn to false here");
            }
        }
    }
}
