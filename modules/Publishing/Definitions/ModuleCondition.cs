namespace Orchestrator.Modules.Publishing;

/// <summary>What holds between the variables of a module.</summary>
/// <param name="Message">What the user reads.</param>
/// <param name="Name">What the test of it is called.</param>
/// <param name="Variable">The variable that it is a validation of.</param>
/// <param name="Condition">The condition, as an expression.</param>
/// <param name="Violation">Variables that break it, over those of the complete example, as JSON.</param>
internal sealed record ModuleCondition(string Message, string Name, string Variable, string Condition, string Violation);
