namespace Orchestrator.Modules.Synthesis;

/// <summary>The kernel in this process was asked for what it does not know, or for what CDKTF would refuse: node is to do all of it.</summary>
/// <param name="gap">What that was.</param>
internal sealed class NativeGapException(string gap) : Exception(gap);
