using System.Text.RegularExpressions;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What ECS needs to be allowed to start a task: exactly what the task names.</summary>
internal static partial class ExecutionPolicy
{
    /// <summary>The same as <see cref="EcrImage"/> for Terraform.</summary>
    private const string EcrImagePattern = @"^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?/([^:@]+)";

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
    private static Value<string>? RepositoryOf(Value<string> image, bool isModule)
    {
        if (isModule && !image.IsLiteral)
        {
            return Value.When<string>(
                IsInEcr(image, isModule),
                Expression.Of($$"""replace({{image}}, {{Syntaxes.OfLiteral($"/{EcrImagePattern}.*/")}}, "arn:${strcontains({{image}}, ".amazonaws.com.cn/") ? "aws-cn" : "aws"}:ecr:$2:$1:repository/$4")"""),
                null);
        }
        if (!image.TryGetLiteral(out var text) || EcrImage().Match(text) is not { Success: true } match)
        {
            return null;
        }
        var partition = match.Groups["china"].Success ? "aws-cn" : "aws";
        return $"arn:{partition}:ecr:{match.Groups["region"].Value}:{match.Groups["account"].Value}:repository/{match.Groups["repository"].Value}";
    }

    private static Value<bool> IsInEcr(Value<string> image, bool isModule) =>
        isModule && !image.IsLiteral ? Expression.Of($"can(regex({Syntaxes.OfLiteral(EcrImagePattern)}, {image}))") : RepositoryOf(image, isModule) is not null;

    [GeneratedRegex(@"^(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?<china>\.cn)?/(?<repository>[^:@]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EcrImage();
}
