using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Names;

/// <summary>What AWS wants of the names of one type of resource, and what a name is unless somebody sets it.</summary>
/// <param name="Type">The resource's type in Terraform.</param>
/// <param name="Attribute">The attribute that holds the name; with a prefix, the provider appends 26 characters to <c>ATTRIBUTE_prefix</c>.</param>
/// <param name="Scope">Within what it is unique.</param>
/// <param name="Whole">That in words: "region", "cluster".</param>
/// <param name="Longest">The most characters.</param>
/// <param name="Signs">What it may have besides letters and digits.</param>
/// <param name="Default">What it is unless set; NAME is what it is declared under, STACK the stack's name.</param>
/// <param name="Key">The key of a manifest that fixes it; null where there is none.</param>
/// <param name="Source">Where that comes from.</param>
internal sealed record AwsName(string Type, string Attribute, NameScope Scope, string Whole, int Longest, string Signs, string Default, string? Key, Source Source)
{
    /// <summary>What the thing is called in messages.</summary>
    public required string Noun { get; init; }

    /// <summary>What a name cannot begin with, in any case of its letters.</summary>
    public IReadOnlyList<string> Reserved { get; init; } = [];

    /// <summary>Whether two names that differ in case alone are one.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>Whether names have no capital letters.</summary>
    public bool IsLowerCase { get; init; }
}
