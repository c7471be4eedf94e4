using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Iam;

/// <summary>An IAM policy: statements by their ids. The same statements give the same text, whatever order they and their parts were given in.</summary>
public sealed class PolicyDocument
{
    private readonly SortedDictionary<string, (PolicyStatementProps Statement, PolicyPrincipal? Principal)> _statements = new(StringComparer.Ordinal);

    /// <summary>Whether it says nothing. IAM accepts no such policy.</summary>
    public bool IsEmpty => _statements.Count == 0;

    /// <summary>Adds a statement.</summary>
    /// <param name="id">Its id: what IAM does not accept in one is left out.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="principal">Whom it is about, in the policy of a resource; null in that of a role.</param>
    public PolicyDocument Add(string id, PolicyStatementProps statement, PolicyPrincipal? principal = null)
    {
        _statements.Add(string.Concat(id.Where(char.IsAsciiLetterOrDigit)), (statement, principal));
        return this;
    }

    /// <summary>Allows actions on resources.</summary>
    public PolicyDocument Allow(string id, IEnumerable<string> actions, params IEnumerable<Value<string>> resources) =>
        Add(id, new() { Actions = [.. actions], Resources = [.. resources] });

    /// <summary>The policy of a role that a service takes on.</summary>
    /// <param name="service">The service, <c>ecs-tasks.amazonaws.com</c>.</param>
    public static PolicyDocument AssumedBy(string service) =>
        new PolicyDocument().Add("Assume", new() { Actions = ["sts:AssumeRole"], Resources = [] }, PolicyPrincipal.Service(service));

    /// <summary>The policy as a Terraform string.</summary>
    /// <param name="resolve">Gives the text behind the tokens of an expression.</param>
    internal string Text(Func<string, string> resolve) => JsonTemplate.Text(
        new JsonMap(("Version", "2012-10-17"), ("Statement", _statements.Select(entry => StatementOf(entry.Key, entry.Value.Statement, entry.Value.Principal)))),
        resolve);

    private static JsonMap StatementOf(string id, PolicyStatementProps statement, PolicyPrincipal? principal) => new(
        ("Sid", id),
        ("Effect", Spelling.Of(statement.Effect)),
        ("Principal", principal is null ? null : principal.Ids.Count == 0 ? principal.Kind : new JsonMap((principal.Kind, OneOrMany(principal.Ids)))),
        ("Action", OneOrMany(statement.Actions)),
        ("Resource", OneOrMany(statement.Resources)),
        ("Condition", new JsonMap(Sorted(statement.Conditions).Select(condition =>
            (condition.Key, (object?)new JsonMap(Sorted(condition.Value).Select(test => (test.Key, (object?)OneOrMany(test.Value)))))))));

    /// <summary>IAM takes one string for a list of one, and shows it so.</summary>
    private static object OneOrMany(IReadOnlyList<Value<string>> values)
    {
        if (values is ValueList<string> { Expression: { } expression })
        {
            return (Value<string>)expression;
        }
        var sorted = values.DistinctBy(value => value.ToString()).OrderBy(value => value.ToString(), StringComparer.Ordinal).ToList();
        return sorted.Count == 1 ? sorted[0] : sorted;
    }

    private static IEnumerable<KeyValuePair<string, T>> Sorted<T>(IReadOnlyDictionary<string, T> map) => map.OrderBy(entry => entry.Key, StringComparer.Ordinal);
}
