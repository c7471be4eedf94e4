namespace Orchestrator.Modules.Findings;

/// <summary>Props whose construct makes more than one thing that others declare too, and that must not get the name of one of those.</summary>
internal interface IMakesParts : IProps
{
    /// <summary>The parts: by whose kind they are, and their name in Terraform.</summary>
    /// <param name="logicalId">The name in Terraform of what makes them.</param>
    IEnumerable<(Type Kind, string LogicalId)> PartsOf(string logicalId);
}
