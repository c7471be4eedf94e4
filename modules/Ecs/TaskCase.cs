using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs;

/// <summary>A task definition together with what runs it, for a rule to look at.</summary>
internal sealed class TaskCase(Declaration declaration, ITaskOwner owner, Report report)
{
    /// <summary>What runs the tasks.</summary>
    internal ITaskOwner Owner => owner;

    /// <summary>What they run.</summary>
    internal TaskDefinitionProps Task => owner.TaskDefinition;

    /// <summary>What runs them, as it is declared.</summary>
    internal Declaration Declaration => declaration;

    /// <summary>Whether they run on Fargate; false also where only Terraform knows.</summary>
    internal bool IsFargate => owner.IsFargate() == true;

    /// <summary>The containers with their paths below the task definition.</summary>
    internal IEnumerable<(string Path, string Name, ContainerProps Container)> Containers =>
        Task.Containers.Select(container => ($"containers.{container.Key}", container.Key, container.Value));

    /// <summary>Adds a finding.</summary>
    /// <param name="property">The property's path below the task definition; empty for it as a whole.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="got">What was found.</param>
    /// <param name="allowed">What would have been accepted.</param>
    /// <param name="fix">What to do.</param>
    internal void Add(string property, string what, string? got, string allowed, string fix) =>
        report.At(declaration).Add(PropertyPath.Join("taskDefinition", property), what, got, allowed, fix);

    /// <summary>Adds a finding about what runs the tasks.</summary>
    internal void AddToOwner(string property, string what, string? got, string allowed, string fix) => report.At(declaration).Add(property, what, got, allowed, fix);

    /// <summary>Adds a finding for a value that is set and not wanted.</summary>
    internal void Refuse(string property, IValue? value, string what, string fix = "remove it")
    {
        if (value is not null)
        {
            Add(property, what, value.Literal is { } literal ? Quoted.Of(literal) : $"{value}", "nothing", fix);
        }
    }

    /// <summary>Adds a finding for a number that is out of bounds.</summary>
    internal void CheckBounds(string property, Value<int>? value, int minimum, int maximum, string unit, string fix = "use a value that is allowed")
    {
        if (value.IsLiteral(out var number) && (number < minimum || number > maximum))
        {
            Add(property, "is out of range", $"{number}", $"{minimum} to {maximum}{(unit.Length == 0 ? "" : " ")}{unit}", fix);
        }
    }
}
