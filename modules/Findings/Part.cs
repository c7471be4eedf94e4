namespace Orchestrator.Modules.Findings;

/// <summary>Something that is declared, with what is declared in it.</summary>
/// <param name="Path">Its path, unique in the model: the keys from the top.</param>
/// <param name="Name">Its name among its siblings.</param>
/// <param name="Props">What it says.</param>
/// <param name="Children">What is declared in it.</param>
internal sealed record Part(string Path, string Name, IProps Props, params IReadOnlyList<Part> Children)
{
    /// <summary>Where it is written, where that is not its path.</summary>
    internal WrittenPlaces? Written { get; init; }
}
