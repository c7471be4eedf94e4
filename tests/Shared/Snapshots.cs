using System.Runtime.CompilerServices;

namespace Orchestrator.Tests.Shared;

/// <summary>What holds for every snapshot.</summary>
internal static class Snapshots
{
    /// <summary>The settings of every snapshot: it stands in Snapshots/, next to the tests that own it.</summary>
    internal static VerifySettings Settings
    {
        get
        {
            var settings = new VerifySettings();
            settings.UseDirectory("Snapshots");
            return settings;
        }
    }

    [ModuleInitializer]
    internal static void Initialize() => VerifierSettings.UseUtf8NoBom();
}
