using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.State;

/// <summary>Who may do what with states in S3: what the S3 backend calls, and no more.</summary>
internal static class StatePolicies
{
    /// <summary>Who issues the tokens of GitHub's jobs.</summary>
    internal const string GitHubIssuer = "token.actions.githubusercontent.com";

    private const string BeforeIssuer = ":oidc-provider/";

    /// <summary>The bucket's own policy: nobody without TLS.</summary>
    internal static PolicyDocument OfBucket(Value<string> bucket) => new PolicyDocument().Add(
        "TlsOnly",
        new() { Effect = PolicyEffect.Deny, Actions = ["s3:*"], Resources = [bucket, In(bucket, "*")], Conditions = When("Bool", ("aws:SecureTransport", "false")) },
        PolicyPrincipal.Everybody);

    /// <summary>Of who plans: reads states. A plan writes none, so it takes no lock either.</summary>
    internal static PolicyDocument ToPlan(Value<string> bucket, Value<string> key) => new PolicyDocument()
        .Allow("List", ["s3:ListBucket"], bucket)
        .Allow("Read", ["s3:GetObject"], In(bucket, "*.tfstate"))
        .Allow("Decrypt", ["kms:Decrypt"], key);

    /// <summary>Of who applies: writes states too, and makes and removes locks. Nobody deletes a state.</summary>
    internal static PolicyDocument ToApply(Value<string> bucket, Value<string> key) => new PolicyDocument()
        .Allow("List", ["s3:ListBucket"], bucket)
        .Allow("ReadAndWrite", ["s3:GetObject", "s3:PutObject"], In(bucket, "*.tfstate"))
        .Allow("Lock", ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], In(bucket, "*.tfstate.tflock"))
        .Allow("Encrypt", ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"], key);

    /// <summary>Lets jobs of GitHub take on a role.</summary>
    /// <param name="provider">The ARN of the OpenID Connect provider.</param>
    /// <param name="subject">Whose token: <c>repo:owner/name:pull_request</c>.</param>
    /// <param name="claims">What else a token must say, by the names of its claims: AWS knows those of GitHub's own issuer.</param>
    internal static PolicyDocument AssumedByGitHub(Value<string> provider, string subject, params IEnumerable<(string Claim, string Value)> claims)
    {
        // An enterprise may have an issuer of its own, which the provider's ARN ends with.
        var issuer = provider.TryGetLiteral(out var arn) ? arn[(arn.IndexOf(BeforeIssuer, StringComparison.Ordinal) + BeforeIssuer.Length)..] : GitHubIssuer;
        var more = issuer == GitHubIssuer ? claims.Select(claim => ($"{issuer}:{claim.Claim}", claim.Value)) : [];
        return new PolicyDocument().Add(
            "Assume",
            new() { Actions = ["sts:AssumeRoleWithWebIdentity"], Resources = [], Conditions = When("StringEquals", [($"{issuer}:aud", "sts.amazonaws.com"), ($"{issuer}:sub", subject), .. more]) },
            new PolicyPrincipal("Federated", provider));
    }

    private static Value<string> In(Value<string> bucket, string keys) => new Expression($"{bucket}/{keys}");

    private static Dictionary<string, IReadOnlyDictionary<string, ValueList<string>>> When(string test, params IEnumerable<(string Key, string Value)> conditions) =>
        new() { [test] = conditions.ToDictionary(condition => condition.Key, condition => (ValueList<string>)[condition.Value]) };
}
