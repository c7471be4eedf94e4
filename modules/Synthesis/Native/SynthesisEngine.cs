namespace Orchestrator.Modules.Synthesis;

/// <summary>What turns constructs into Terraform JSON.</summary>
public enum SynthesisEngine
{
    /// <summary>The kernel in this process. What it does not know goes to node.</summary>
    Native,

    /// <summary>CDKTF in node.</summary>
    Node,
}
