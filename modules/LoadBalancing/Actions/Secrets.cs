using System.Text.Json.Nodes;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Expressions for secrets, which Terraform looks up when it runs.</summary>
internal static class Secrets
{
    /// <summary>The expression of the client secret of a construct's action; what it is looked up with becomes part of the construct.</summary>
    internal static string ExpressionOf(ModuleConstruct construct, SecretReferenceProps secret)
    {
        if (secret.Expression is { } expression)
        {
            return expression.Template;
        }
        if (secret.Variable is { } variable)
        {
            construct.Model.AddSensitiveVariable(variable);
            return Expression.Of($"var.{variable}").Template;
        }
        construct.Make<Aws.DataAwsSecretsmanagerSecretVersion.DataAwsSecretsmanagerSecretVersion>(
            "_client_secret",
            new Aws.DataAwsSecretsmanagerSecretVersion.DataAwsSecretsmanagerSecretVersionConfig
            {
                SecretId = Emit.Text(secret.SecretId)!,
            },
            "client-secret");
        var text = $"data.aws_secretsmanager_secret_version.{construct.LogicalId}_client-secret.secret_string";
        return Expression.Of(secret.JsonKey is null ? text : $"jsondecode({text})[{JsonValue.Create(secret.JsonKey)!.ToJsonString()}]").Template;
    }
}
