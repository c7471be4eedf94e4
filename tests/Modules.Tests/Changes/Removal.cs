namespace Orchestrator.Modules.Tests.Changes;

/// <summary>What becomes of a configuration when a key is taken out of its manifest.</summary>
/// <param name="Is">What.</param>
/// <param name="Changes">What is to be planned, from the value that the manifest has and from another one, for the first may be the default; empty where nothing is.</param>
internal sealed record Removal(Removal.Kind Is, IReadOnlyList<ChangeCase> Changes)
{
    /// <summary>What can become of it.</summary>
    internal enum Kind
    {
        /// <summary>The check refuses the manifest without the key.</summary>
        Refused,

        /// <summary>It stays as it is, whatever the key said.</summary>
        NoDifference,

        /// <summary>Only the provider, the backend or an output are told something else.</summary>
        OutsideResources,

        /// <summary>Resources are described otherwise.</summary>
        Planned,
    }
}
