namespace Orchestrator.Modules.Alarms;

/// <summary>A metric of CloudWatch.</summary>
/// <param name="Namespace">Its namespace, <c>AWS/Lambda</c>.</param>
/// <param name="Name">Its name, <c>Errors</c>.</param>
internal sealed record Metric(string Namespace, string Name);
