using System.Text.Json.Nodes;
using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Publishing;

/// <summary>The type of a variable of a published module, or of a part of one.</summary>
internal abstract record VariableType;

/// <summary>A string, a number or a boolean.</summary>
/// <param name="Name">Terraform's name of the type.</param>
internal sealed record ScalarType(string Name) : VariableType
{
    internal static readonly ScalarType Text = new("string");

    internal static readonly ScalarType Number = new("number");

    internal static readonly ScalarType Boolean = new("bool");

    /// <summary>What a value must be, each with the rule that says so.</summary>
    internal IReadOnlyList<(Constraint Constraint, string Rule)> Constraints { get; init; } = [];

    /// <summary>Whether nobody may read it.</summary>
    internal bool IsSecret { get; init; }
}

/// <summary>A list.</summary>
internal sealed record ListType(VariableType Element) : VariableType;

/// <summary>A map by keys of the caller's choice.</summary>
/// <param name="Element">What is in it.</param>
/// <param name="ElementName">What one of its elements is called.</param>
internal sealed record MapType(VariableType Element, string ElementName) : VariableType
{
    /// <summary>What its keys must be, with the rule that says so; null where they may be anything.</summary>
    internal (Constraint Constraint, string Rule)? Key { get; init; }
}

/// <summary>An object.</summary>
internal sealed record ObjectType(IReadOnlyList<VariableAttribute> Attributes) : VariableType;

/// <summary>An attribute of an object, or a variable as a whole.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether the caller must give it.</param>
/// <param name="Default">What it is where the caller does not give it; null for nothing.</param>
/// <param name="Description">What it means.</param>
internal sealed record VariableAttribute(string Name, VariableType Type, bool IsRequired, JsonNode? Default, string Description)
{
    /// <summary>Whether it may be null.</summary>
    internal bool IsNullable => !IsRequired && Default is null;

    /// <summary>Whether nobody may read it: it is a secret, or a map of secrets.</summary>
    internal bool IsSensitive => Type is ScalarType { IsSecret: true } or MapType { Element: ScalarType { IsSecret: true } };
}
