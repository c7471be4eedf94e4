using System.Text.RegularExpressions;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What ECS needs to be allowed to start a task: exactly what the task names.</summary>
internal static partial class ExecutionPolicy
{
    private static readonly string[] Pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

    /// <summary>The policy; empty where nothing is needed.</summary>
    /// <param name="task">The task.</param>
    /// <param name="logGroupArn">The ARN of the task's log group; null where no container writes to it.</param>
    internal static PolicyDocument Of(TaskDefinitionProps task, Value<string>? logGroupArn)
    {
        var policy = new PolicyDocument();
        if (logGroupArn is not null)
        {
            policy.Allow("WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], (Value<string>)new Expression($"{logGroupArn}:*"));
        }
        var repositories = task.EcrRepositoryArns.Concat(task.Containers.Values.Select(container => RepositoryOf(container.Image)).OfType<Value<string>>()).ToList();
        if (repositories.Count > 0)
        {
            policy.Allow("PullImages", Pull, repositories);
            // The token is the account's, not a repository's.
            policy.Allow("LogInToRegistry", ["ecr:GetAuthorizationToken"], "*");
        }
        AddSecrets(task, policy);
        return policy;
    }

    private static void AddSecrets(TaskDefinitionProps task, PolicyDocument policy)
    {
        var secrets = task.Containers.Values.SelectMany(container => container.Secrets.Values
            .Concat(container.Log.SecretOptions.Values)
            .Concat(container.RepositoryCredentialsArn is { } credentials ? [credentials] : [])).ToList();
        var (inManager, inParameters) = (secrets.Where(IsSecret).Select(WithoutKey).ToList(), secrets.Where(IsParameter).ToList());
        if (inManager.Count > 0)
        {
            policy.Allow("ReadSecrets", ["secretsmanager:GetSecretValue"], inManager);
        }
        if (inParameters.Count > 0)
        {
            policy.Allow("ReadParameters", ["ssm:GetParameters"], inParameters);
        }
        if (task.SecretsKmsKeyArns.Count > 0)
        {
            policy.Allow("DecryptSecrets", ["kms:Decrypt"], task.SecretsKmsKeyArns);
        }
        var files = task.Containers.Values.SelectMany(container => container.EnvironmentFiles).ToList();
        if (files.Count > 0)
        {
            policy.Allow("ReadEnvironmentFiles", ["s3:GetObject"], files);
            policy.Allow("FindEnvironmentFiles", ["s3:GetBucketLocation"], files.Select(BucketOf));
        }
    }

    /// <summary>An expression may be either; it is one exact resource in both cases.</summary>
    private static bool IsSecret(Value<string> arn) => !arn.TryGetLiteral(out var text) || text.Split(':') is [_, _, "secretsmanager", ..];

    private static bool IsParameter(Value<string> arn) => !arn.TryGetLiteral(out var text) || text.Split(':') is [_, _, "ssm", ..];

    /// <summary>A secret's ARN without the key, stage and version that may stand behind it.</summary>
    private static Value<string> WithoutKey(Value<string> arn) => arn.TryGetLiteral(out var text) ? string.Join(':', text.Split(':').Take(7)) : arn;

    private static Value<string> BucketOf(Value<string> file) =>
        file.TryGetLiteral(out var arn) ? arn.Split('/')[0] : Expression.Of($"split(\"/\", {HclExpression.Of(file.Expression!.Template)})[0]");

    /// <summary>The ARN of the ECR repository that an image is in; null where it is elsewhere or is not known.</summary>
    private static Value<string>? RepositoryOf(Value<string> image)
    {
        if (!image.TryGetLiteral(out var text) || EcrImage().Match(text) is not { Success: true } match)
        {
            return null;
        }
        var partition = match.Groups["china"].Success ? "aws-cn" : "aws";
        return $"arn:{partition}:ecr:{match.Groups["region"].Value}:{match.Groups["account"].Value}:repository/{match.Groups["repository"].Value}";
    }

    [GeneratedRegex(@"^(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?<china>\.cn)?/(?<repository>[^:@]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EcrImage();
}
