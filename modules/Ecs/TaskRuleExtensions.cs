using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Ecs;

/// <summary>Rules about what tasks run, whatever runs them.</summary>
internal static class TaskRuleExtensions
{
    /// <summary>Checks the task definition of everything that runs tasks.</summary>
    internal static Rule ForTasks(this Rule rule, Action<TaskCase> check) => rule.ForAll((model, report) =>
    {
        foreach (var declaration in model.Declarations)
        {
            if (declaration.Props is ITaskOwner owner)
            {
                check(new TaskCase(declaration, owner, report));
            }
        }
    });
}
