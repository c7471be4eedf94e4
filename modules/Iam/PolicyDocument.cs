using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Iam;

/// <summary>An IAM policy: statements by their ids. The same statements give the same text, whatever order they and their parts were given in.</summary>
public sealed class PolicyDocument
{
    private readonly SortedDictionary<string, (PolicyStatementProps Statement, PolicyPrincipal? Principal)> _statements = new(StringComparer.Ordinal);

    private bool _conditional;

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

    /// <summary>Allows actions on those resources that there are; says nothing where there are none.</summary>
    internal PolicyDocument AllowOnAny(string id, IEnumerable<string> actions, ValueList<string> resources) => AddOnAny(id, new() { Actions = [.. actions], Resources = resources });

    /// <summary>Adds a statement about those resources that there are; says nothing where there are none.</summary>
    internal PolicyDocument AddOnAny(string id, PolicyStatementProps statement)
    {
        if (!Presence.OfAny(statement.Resources).Is(false))
        {
            _conditional |= statement.Resources.Expression is not null;
            Add(id, statement.Resources.Expression is { } open ? statement with { Resources = Expression.Of($"sort(distinct({open}))") } : statement);
        }
        return this;
    }

    /// <summary>The policy of a role that a service takes on.</summary>
    /// <param name="service">The service, <c>ecs-tasks.amazonaws.com</c>.</param>
    public static PolicyDocument AssumedBy(Value<string> service) =>
        new PolicyDocument().Add("Assume", new() { Actions = ["sts:AssumeRole"], Resources = [] }, PolicyPrincipal.Service(service));

    /// <summary>The policy of a role that a service takes on.</summary>
    /// <param name="service">The service, <c>scheduler.amazonaws.com</c>.</param>
    /// <param name="source">For whom it may; null where the service does not tell.</param>
    internal static PolicyDocument AssumedBy(Value<string> service, TrustedSource? source) => source is null
        ? AssumedBy(service)
        : new PolicyDocument().Add("Assume", new() { Actions = ["sts:AssumeRole"], Resources = [], Conditions = source.Conditions() }, PolicyPrincipal.Service(service));

    /// <summary>The policy as a Terraform string.</summary>
    /// <param name="write">Writes a tree of JSON.</param>
    internal string Text(Func<object, string> write) => write(new JsonMap(("Version", "2012-10-17"), ("Statement", Statements())) { IsWhole = true });

    private object Statements()
    {
        var all = _statements.Select(entry => StatementOf(entry.Key, entry.Value.Statement, entry.Value.Principal));
        return _conditional ? new ForSyntax(null, "statement", Json.Of(all, true), null, Syntax.Of("statement")) { Condition = Parser.Expression("length(statement.Resource) > 0") } : all;
    }

    private static JsonMap StatementOf(string id, PolicyStatementProps statement, PolicyPrincipal? principal) => new(
        ("Sid", id),
        ("Effect", statement.Effect),
        ("Principal", principal is null ? null : principal.Ids.Count == 0 ? principal.Kind : new JsonMap((principal.Kind, OneOrMany(principal.Ids)))),
        ("Action", OneOrMany(statement.Actions)),
        ("Resource", OneOrMany(statement.Resources)),
        ("Condition", new JsonMap(Sorted(statement.Conditions).Select(condition =>
            (condition.Key, (object?)new JsonMap(Sorted(condition.Value).Select(test => (test.Key, (object?)OneOrMany(test.Value)))) { IsWhole = true }))) { IsWhole = Presence.OfAny(statement.Conditions).IsLiteral }))
    {
        IsWhole = Presence.OfAny(statement.Conditions).IsLiteral,
    };

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
