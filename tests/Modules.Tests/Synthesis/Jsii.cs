using System.Runtime.CompilerServices;

namespace Orchestrator.Modules.Tests.Synthesis;

/// <summary>The tests that talk to node. There is one node process, and it does one thing at a time.</summary>
[CollectionDefinition(nameof(Jsii), DisableParallelization = true)]
public sealed class Jsii
{
    [ModuleInitializer]
    internal static void SilenceNodeVersion()
    {
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "18,19,20,21,22,23,24");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION", "18,19,20,21,22,23,24");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");
    }
}
