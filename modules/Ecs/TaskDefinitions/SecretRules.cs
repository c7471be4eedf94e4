using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What holds of the secrets of a task, and of the role that reads them.</summary>
internal static class SecretRules
{
    private static readonly TextMatching Secret = new("^arn:[^:]*:secretsmanager:[^:]+:[^:]{12}:secret:.+$", 2048, "arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME");

    /// <summary>What names a secret: the ARN of a secret or of a parameter, or a parameter's name.</summary>
    internal static readonly TextMatching Name = new(
        "^(arn:[^:]*:(secretsmanager:[^:]+:[^:]{12}:secret:.+|ssm:[^:]+:[^:]{12}:parameter/.+)|/?[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*)$",
        2048,
        "arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME, with :KEY:: behind it for one key, arn:aws:ssm:REGION:ACCOUNT:parameter/NAME, or a parameter's name");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TASK120", "A secret is named by the ARN of a secret of Secrets Manager or of a parameter of the Systems Manager; a parameter of the same region also by its name.", "The task does not start; and the execution role could not be given this secret and no other.", "ECS Secret.valueFrom")
            .ForTasks(CheckSecrets)
            .Bounding<TaskDefinitionProps>("containers.*.repositoryCredentialsArn", Secret),
        Rule.Warning("TASK333", "A parameter that is named without a path is one, and not the secret itself.", "A password written in its place stands in the repository, in the plan and in the state.", "ECS Secret.valueFrom; Systems Manager PutParameterRequest.Name")
            .ForTasks(CheckNames),
    ];

    private static void CheckSecrets(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            foreach (var (property, name) in NamedIn(path, container))
            {
                Check(task, property, name);
            }
            if (container.RepositoryCredentialsArn.IsLiteral(out var credentials) && !IsSecret(credentials))
            {
                task.Add($"{path}.repositoryCredentialsArn", "is not the ARN of a secret", Quoted.Of(credentials), "arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME", "give the secret's full ARN");
            }
        }
    }

    private static void CheckNames(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            foreach (var (property, name) in NamedIn(path, container))
            {
                if (name.TryGetLiteral(out var text) && ParameterName.IsLegal(text) && !text.StartsWith('/'))
                {
                    task.Add(property, "may be the secret itself", Shown(text), "an ARN, or a parameter's name with its path, /NAME", "name the parameter by its ARN or keep it in a path; if it is no name, change that secret now");
                }
            }
        }
    }

    private static IEnumerable<(string Property, Value<string> Name)> NamedIn(string path, ContainerProps container) =>
        container.Secrets.Select(secret => ($"{path}.secrets.{secret.Key}", secret.Value))
            .Concat(container.Log.SecretOptions.Select(option => ($"{path}.log.secretOptions.{option.Key}", option.Value)));

    private static void Check(TaskCase task, string property, Value<string> arn)
    {
        if (arn.TryGetLiteral(out var text) && !IsSecret(text) && !IsParameter(text) && !ParameterName.IsLegal(text))
        {
            task.Add(property, "is not the ARN of a secret", Shown(text), "arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME, with :KEY:: behind it for one key, arn:aws:ssm:REGION:ACCOUNT:parameter/NAME, or a parameter's name", "give the full ARN; a value that is no secret belongs in environment");
        }
    }

    /// <summary>What is not an ARN may be the secret itself, which no message may show.</summary>
    private static string Shown(string text) => text.StartsWith("arn:", StringComparison.Ordinal) ? Quoted.Of(text) : $"a string of {text.Length} characters";

    private static bool IsSecret(string arn) => arn.Split(':') is ["arn", _, "secretsmanager", { Length: > 0 }, { Length: 12 }, "secret", { Length: > 0 }, ..];

    private static bool IsParameter(string arn) => arn.Split(':') is ["arn", _, "ssm", { Length: > 0 }, { Length: 12 }, var parameter] && parameter.StartsWith("parameter/", StringComparison.Ordinal);
}
