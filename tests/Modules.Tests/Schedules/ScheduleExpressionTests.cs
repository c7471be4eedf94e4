using FsCheck.Fluent;
using Orchestrator.Modules.Schedules;

namespace Orchestrator.Modules.Tests.Schedules;

public sealed class ScheduleExpressionTests
{
    [Fact]
    public void A_rate_of_one_is_singular_and_every_other_is_plural() => Prop.ForAll(
        Gen.Choose(1, 100_000).Zip(Gen.Elements("minute", "hour", "day")).ToArbitrary(),
        rate =>
        {
            var (number, unit) = rate;
            var isOne = number == 1;
            return ScheduleExpression.Mistake($"rate({number} {unit})", hasAt: false, isEventBridge: true) is null == isOne
                && ScheduleExpression.Mistake($"rate({number} {unit}s)", hasAt: false, isEventBridge: true) is null == !isOne;
        }).Hold();

    [Fact]
    public void Any_text_is_judged() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => ScheduleExpression.Mistake($"cron({text})", hasAt: true, isEventBridge: true) is null or (_, { Length: > 0 })).Hold(cases: 300);

    [Theory]
    [InlineData("rate(1 minutes)")]
    [InlineData("rate(5 minute)")]
    public void Application_auto_scaling_reads_singular_and_plural_alike(string text) => Assert.Null(ScheduleExpression.Mistake(text, hasAt: true, isEventBridge: false));
}
