using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Publishing;

/// <summary>Reads types as Terraform writes them: as expressions.</summary>
internal static class TypeReader
{
    /// <summary>The type of a text.</summary>
    /// <exception cref="FormatException">It is not a type.</exception>
    internal static VariableType Read(string text) => Type(Parser.Expression(text));

    private static VariableType Type(Syntax syntax) => syntax switch
    {
        NameSyntax { Name: "string" or "number" or "bool" or "any" } name => new ScalarType(name.Name),
        CallSyntax { Function: "list" or "set", Arguments: [var element] } => new ListType(Type(element)),
        CallSyntax { Function: "map", Arguments: [var element] } => new MapType(Type(element), ""),
        CallSyntax { Function: "object", Arguments: [ObjectSyntax attributes] } => new ObjectType([.. attributes.Entries.Select(entry => Attribute((string)((LiteralSyntax)entry.Key).Value!, entry.Value))]),
        _ => throw new FormatException($"this is not a type: {syntax}"),
    };

    private static VariableAttribute Attribute(string name, Syntax syntax) => syntax is CallSyntax { Function: "optional" } optional
        ? new(name, Type(optional.Arguments[0]), false, optional.Arguments.ElementAtOrDefault(1)?.ToString(), "")
        : new(name, Type(syntax), true, null, "");
}
