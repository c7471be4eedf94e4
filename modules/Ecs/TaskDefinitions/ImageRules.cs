using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What holds of the names of images.</summary>
internal static class ImageRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TASK357", "An image has a name without spaces.", "RegisterTaskDefinition rejects it: the container image must not be empty; or no task can pull it.", "ECS ContainerDefinition.image")
            .ForTasks(Check),
    ];

    private static void Check(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            if (container.Image.TryGetLiteral(out var image) && (image.Length == 0 || image.Any(char.IsWhiteSpace)))
            {
                task.Add($"{path}.image", image.Length == 0 ? "is empty" : "has a space in it", Quoted.Of(image), "an image's name with its tag or digest, httpd:2.4", "name the image");
            }
        }
    }
}
