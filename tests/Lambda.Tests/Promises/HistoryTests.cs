using FsCheck;
using FsCheck.Fluent;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Promises;

/// <summary>S02, S04 to S09, S11 and S15 over random histories: answers, failures, health, other people, crashes, runs that overlap.</summary>
public sealed class HistoryTests
{
    private const int Histories = 10_000;

    [Fact]
    public void S02_S04_S05_S06_S07_S08_S09_S11_S15_hold_in_every_history() =>
        Prop.ForAll(Steps(), steps =>
        {
            new History().PlayAsync(steps).GetAwaiter().GetResult();
        }).Hold(Histories);

    private static Arbitrary<Step[]> Steps()
    {
        var kinds = Enum.GetValues<StepKind>();
        // Half of all steps are ordinary runs, so that something is due now and then.
        var kind = Gen.OneOf(Gen.Constant(StepKind.Run), Gen.Elements(kinds));
        var step = kind.SelectMany(_ => Gen.Choose(0, 1000), (chosen, number) => new Step(chosen, number));
        return Arb.From(step.ArrayOf(), steps => ArbMap.Default.ArbFor<bool[]>().Shrinker(new bool[steps.Length]).Select(shorter => steps[..Math.Min(steps.Length, shorter.Length)]));
    }
}
