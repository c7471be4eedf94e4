namespace Orchestrator.Modules.Values;

/// <summary>Text that stands in a <see cref="JsonTemplate"/> as it is: whoever reads the text puts JSON in its place.</summary>
internal sealed record JsonLiteral(string Text);
