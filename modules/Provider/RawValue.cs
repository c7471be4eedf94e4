namespace Orchestrator.Modules.Provider;

/// <summary>A value of any kind: a string, a number, a boolean, a list of values or a map of them; or nothing, which takes an attribute out.</summary>
/// <param name="Content">The string, <see cref="double"/>, boolean, array or dictionary; null for nothing.</param>
public sealed record RawValue(object? Content)
{
    /// <summary>Its kind in the words of Terraform.</summary>
    internal string Kind => Content switch
    {
        null => "nothing",
        string => "a string",
        bool => "a boolean",
        double => "a number",
        IReadOnlyList<RawValue> => "a list",
        _ => "a map",
    };
}
