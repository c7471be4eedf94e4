using Orchestrator.Modules.Publishing;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Publishing;

/// <summary>All modules, made once for all tests.</summary>
internal static class MadeModules
{
    private static readonly Lazy<IReadOnlyList<PublishedModule>> Made = new(() => ModuleSynthesis.Run(ModuleCatalogue.All, _ => Synthesized.Package));

    internal static IReadOnlyList<PublishedModule> All => Made.Value;
}
