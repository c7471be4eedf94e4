namespace Orchestrator.Modules.Findings;

/// <summary>
/// Props that stand for several things which others declare too. The rules see each of those beside what stands for them, in a manifest as
/// in a stack that is composed in C#, where the constructs declare themselves.
/// </summary>
internal interface IDeclaresParts : IProps
{
    /// <summary>The parts.</summary>
    /// <param name="path">The path of what stands for them; theirs are below it. A finding has the place of what was written.</param>
    /// <param name="name">Its name.</param>
    IEnumerable<Part> PartsOf(string path, string name);
}
