using Constructs;

namespace Orchestrator.Modules.Synthesis;

/// <summary>A scope that lets constructs of several kinds have one name; it is part of the address of none.</summary>
internal class TransparentScope : Construct
{
    internal TransparentScope(Construct scope, string id)
        : base(Kernel.CreateConstruct(scope, id)) => Place.EnterTransparent(this, scope, id);
}
