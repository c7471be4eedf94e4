using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Values;

/// <summary>Text that stands in JSON as it is: whoever reads the text puts JSON in its place.</summary>
internal sealed record JsonText(string Text) : Syntax;
