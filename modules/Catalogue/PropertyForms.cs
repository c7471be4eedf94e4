using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Catalogue;

/// <summary>The forms of values, by the kind of what has the property or, for any kind, by the property's name.</summary>
internal sealed class PropertyForms(params IReadOnlyList<(Type? Owner, string Property, TextMatching Form)> forms)
{
    /// <summary>The form of a property's values; null where there is none.</summary>
    internal TextMatching? Of(Type owner, string property) => forms.FirstOrDefault(entry => (entry.Owner is null || entry.Owner == owner) && entry.Property == property).Form;
}
