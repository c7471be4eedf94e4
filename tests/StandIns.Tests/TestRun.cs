using System.Runtime.CompilerServices;

namespace StandIns.Tests;

internal static class TestRun
{
    [ModuleInitializer]
    internal static void Initialize()
    {
        VerifierSettings.UseUtf8NoBom();
        // The official package opens a diff tool for a mismatch, and here a mismatch is what is tested.
        Environment.SetEnvironmentVariable("DiffEngine_Disabled", "true");
    }
}
