using System.Collections;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>The target groups that the function keeps.</summary>
/// <param name="targets">The target groups.</param>
/// <param name="isModule">Whether they are those of a module: then one stands for as many as its caller has ports.</param>
internal sealed class SyncTargets(IReadOnlyList<SyncTarget> targets, bool isModule) : IEnumerable<SyncTarget>
{
    /// <summary>The only one; null where there are more, or may be.</summary>
    internal SyncTarget? Only => !isModule && targets is [var only] ? only : null;

    /// <summary>Their ARNs.</summary>
    internal ValueList<string> Arns => isModule ? List(target => target.Arn) : [.. targets.Select(target => target.Arn)];

    /// <summary>Their ports and ARNs as the function reads them: <c>443=ARN,80=ARN</c>.</summary>
    internal Value<string> Setting
    {
        get
        {
            var settings = targets.Select(target => $"{target.Port}={target.Arn}");
            return isModule ? Expression.Of($"join(\",\", {List(target => new Expression($"{target.Port}={target.Arn}"))})") : new Expression(string.Join(',', settings));
        }
    }

    /// <inheritdoc/>
    public IEnumerator<SyncTarget> GetEnumerator() => targets.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Expression List(Func<SyncTarget, Value<string>> valueOf) => new(new ListSyntax([.. targets.Select(target => valueOf(target).Syntax())]));
}
