using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Provider;

/// <summary>What says which versions of the AWS provider there may be.</summary>
internal interface IBoundsProvider : IProps
{
    /// <summary>The constraint; every supported version where there is none.</summary>
    Value<string>? AwsProvider { get; }
}

/// <summary>Which versions of the AWS provider a stack that is composed in C# may have.</summary>
internal sealed record ProviderBoundsProps : IBoundsProvider
{
    /// <inheritdoc/>
    public required Value<string>? AwsProvider { get; init; }
}
