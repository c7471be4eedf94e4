using System.Runtime.CompilerServices;

namespace Orchestrator.Modules.Values;

/// <summary>Whether records are there: a record of a published module stands for an object that its caller may leave out.</summary>
internal static class Presence
{
    private static readonly ConditionalWeakTable<object, Expression> Conditions = [];

    /// <summary>Notes that only Terraform knows whether a record is there.</summary>
    internal static void Set(object record, Expression condition) => Conditions.Add(record, condition);

    /// <summary>Whether a record is there.</summary>
    internal static Value<bool> Of(object? record) => record is null ? false : Conditions.TryGetValue(record, out var condition) ? condition : true;
}
