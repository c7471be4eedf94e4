using FsCheck.Fluent;
using Orchestrator.Modules.Events;

namespace Orchestrator.Modules.Tests.Events;

public sealed class ScheduleExpressionTests
{
    [Fact]
    public void A_rate_of_one_is_singular_and_every_other_is_plural() => Prop.ForAll(
        Gen.Choose(1, 100_000).Zip(Gen.Elements("minute", "hour", "day")).ToArbitrary(),
        rate =>
        {
            var (number, unit) = rate;
            var isOne = number == 1;
            return ScheduleExpression.Mistake($"rate({number} {unit})", hasAt: false) is null == isOne
                && ScheduleExpression.Mistake($"rate({number} {unit}s)", hasAt: false) is null == !isOne;
        }).Hold();

    [Fact]
    public void Any_text_is_judged() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => ScheduleExpression.Mistake($"cron({text})", hasAt: true) is null or (_, { Length: > 0 })).Hold(cases: 300);
}
