using System.Globalization;
using FsCheck;

namespace Orchestrator.Lambda.Tests;

/// <summary>Runs properties. The cases are the same in every run, so that a failure is one for everybody; PROPERTY_SEED chooses others, PROPERTY_FACTOR more.</summary>
internal static class Properties
{
    private const ulong Seed = 20300115;
    private const ulong Gamma = 1_000_003;

    /// <summary>Checks a property, and throws with the shrunk counterexample where it does not hold.</summary>
    internal static void Hold(this Property property, int cases = 100)
    {
        var seed = Environment.GetEnvironmentVariable("PROPERTY_SEED") is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : Seed;
        property.Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(cases * Factor).WithReplay(seed, Gamma));
    }

    /// <summary>How many times as many cases as usual: 1 unless PROPERTY_FACTOR says otherwise.</summary>
    internal static int Factor => Environment.GetEnvironmentVariable("PROPERTY_FACTOR") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 1;
}
