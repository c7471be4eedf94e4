using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Names;

/// <summary>Props whose construct gives names to resources in AWS.</summary>
internal interface INamesResources : IProps
{
    /// <summary>The names that are known before Terraform runs.</summary>
    /// <param name="place">Where they are declared.</param>
    IEnumerable<NamedResource?> NamesAt(NamePlace place);
}
