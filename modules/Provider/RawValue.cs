namespace Orchestrator.Modules.Provider;

/// <summary>A value of any kind: a string, a number, a boolean, a list of values or a map of them.</summary>
/// <param name="Content">The string, <see cref="double"/>, boolean, array or dictionary.</param>
public sealed record RawValue(object Content)
{
    /// <summary>Its kind in the words of Terraform.</summary>
    internal string Kind => Content switch
    {
        string => "a string",
        bool => "a boolean",
        double => "a number",
        IReadOnlyList<RawValue> => "a list",
        _ => "a map",
    };
}
