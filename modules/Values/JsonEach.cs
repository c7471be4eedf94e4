namespace Orchestrator.Modules.Values;

/// <summary>A JSON array of something that is made of each element of a list, whose elements only Terraform may know.</summary>
/// <param name="List">The list.</param>
/// <param name="Item">Makes the item of an element.</param>
internal sealed record JsonEach(ValueList<string> List, Func<Value<string>, object> Item);
