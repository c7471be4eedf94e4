using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Iam;

/// <summary>Conditions of statements.</summary>
internal static class PolicyCondition
{
    /// <summary>A condition of one test.</summary>
    /// <param name="test">The operator, <c>ArnEquals</c>.</param>
    /// <param name="key">What is looked at, <c>aws:SourceArn</c>.</param>
    /// <param name="value">What it must be.</param>
    internal static Dictionary<string, IReadOnlyDictionary<string, ValueList<string>>> Of(string test, string key, Value<string> value) =>
        new() { [test] = new Dictionary<string, ValueList<string>> { [key] = [value] } };
}
