using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What ECS needs to be allowed to start a task: exactly what the task names.</summary>
internal static class ExecutionPolicy
{
    private static readonly string[] Pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

    /// <summary>The policy; empty where nothing is needed.</summary>
    /// <param name="task">The task.</param>
    /// <param name="logGroupArn">The ARN of the task's log group; null where no container writes to it.</param>
    /// <param name="isModule">Whether Terraform decides by ARNs and images that only it knows.</param>
    internal static PolicyDocument Of(TaskDefinitionProps task, Value<string>? logGroupArn, bool isModule = false)
    {
        var repositories = new[] { task.EcrRepositoryArns, task.Containers.Values.Select(container => RepositoryOf(container.Image, isModule)).Present() }.Flattened();
        var secrets = SecretsOf(task).ToList();
        var files = task.Containers.Values.Select(container => container.EnvironmentFiles).ToList().Flattened();
        return new PolicyDocument()
            .AllowOnAny("WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], new[] { logGroupArn is null ? null : Value.When<string>(task.WritesToGroup(), new Expression($"{logGroupArn}:*"), null) }.Present())
            .AllowOnAny("PullImages", Pull, repositories)
            // The token is the account's, not a repository's.
            .AllowOnAny("LogInToRegistry", ["ecr:GetAuthorizationToken"], new[] { Value.When<string>(PullsFromEcr(task, isModule), "*", null) }.Present())
            .AllowOnAny("ReadSecrets", ["secretsmanager:GetSecretValue"], secrets.Select(secret => WithoutKey(secret, isModule)).Present())
            .AllowOnAny("ReadParameters", ["ssm:GetParameters"], secrets.Select(secret => secret.TryGetLiteral(out var name) && ParameterName.IsLegal(name) ? ParameterName.ArnOf(name, task.Region) : When("ssm", secret, secret, isModule)).Present())
            .AllowOnAny("DecryptSecrets", ["kms:Decrypt"], task.SecretsKmsKeyArns)
            .AllowOnAny("ReadEnvironmentFiles", ["s3:GetObject"], files)
            .AllowOnAny("FindEnvironmentFiles", ["s3:GetBucketLocation"], files.Each(BucketOf));
    }

    /// <summary>Whether there is anything that ECS needs to be allowed.</summary>
    internal static Value<bool> IsNeeded(TaskDefinitionProps task) => Value.Any(
    [
        task.WritesToGroup(),
        PullsFromEcr(task, isModule: true),
        Presence.OfAny(task.SecretsKmsKeyArns),
        .. task.Containers.Values.SelectMany(container => new[]
        {
            Presence.OfAny(container.Secrets),
            Presence.OfAny(container.Log.SecretOptions),
            container.RepositoryCredentialsArn.IsSet(),
            Presence.OfAny(container.EnvironmentFiles),
        }),
    ]);

    private static Value<bool> PullsFromEcr(TaskDefinitionProps task, bool isModule) =>
        Value.Any([Presence.OfAny(task.EcrRepositoryArns), .. task.Containers.Values.Select(container => IsInEcr(container.Image, isModule))]);

    private static IEnumerable<Value<string>> SecretsOf(TaskDefinitionProps task) => task.Containers.Values.SelectMany(container => container.Secrets.Values
        .Concat(container.Log.SecretOptions.Values)
        .Concat(container.RepositoryCredentialsArn is { } credentials ? [credentials] : []));

    /// <summary>What a policy says of an ARN of a service. An expression may be of any; it is one exact resource in every case.</summary>
    private static Value<string>? When(string service, Value<string> arn, Value<string> then, bool isModule) =>
        arn.TryGetLiteral(out var text) ? text.Split(':') is [_, _, var owner, ..] && owner == service ? then : null
        : isModule ? Value.When(Expression.Of($"try(split(\":\", {arn})[2], null) == \"{service}\""), then, null)
        : then;

    /// <summary>A secret's ARN without the key, stage and version that may stand behind it.</summary>
    private static Value<string>? WithoutKey(Value<string> arn, bool isModule) => When(
        "secretsmanager",
        arn,
        arn.TryGetLiteral(out var text) ? string.Join(':', text.Split(':').Take(7)) : isModule ? Expression.Of($"join(\":\", slice(split(\":\", {arn}), 0, 7))") : arn,
        isModule);

    private static Value<string> BucketOf(Value<string> file) =>
        file.TryGetLiteral(out var arn) ? arn.Split('/')[0] : Expression.Of($"split(\"/\", {file})[0]");

    /// <summary>The ARN of the ECR repository that an image is in; null where it is elsewhere or is not known.</summary>
    private static Value<string>? RepositoryOf(Value<string> image, bool isModule) =>
        image.TryGetLiteral(out var text) ? EcrImage.RepositoryOf(text) is { } arn ? (Value<string>)arn : null
        : isModule ? Value.When<string>(IsInEcr(image, isModule), EcrImage.RepositoryOf(image), null) : null;

    private static Value<bool> IsInEcr(Value<string> image, bool isModule) => isModule && !image.IsLiteral ? EcrImage.IsIn(image) : RepositoryOf(image, isModule) is not null;
}
