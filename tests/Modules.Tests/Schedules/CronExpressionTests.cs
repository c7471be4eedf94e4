using Orchestrator.Modules.Schedules;

namespace Orchestrator.Modules.Tests.Schedules;

/// <summary>The fields that AWS's reference of cron expressions shows, and their nearest neighbours that it excludes.</summary>
public sealed class CronExpressionTests
{
    [Theory]
    [InlineData("0 10 * * ? *")]
    [InlineData("15 12 * * ? *")]
    [InlineData("0 18 ? * MON-FRI *")]
    [InlineData("0 8 1 * ? *")]
    [InlineData("0/15 * * * ? *")]
    [InlineData("0/10 * ? * MON-FRI *")]
    [InlineData("0/5 8-17 ? * MON-FRI *")]
    [InlineData("0/30 20-2 ? * MON-FRI *")]
    [InlineData("0 8 ? * mon-fri *")]
    [InlineData("59 23 31 12 ? 2199")]
    [InlineData("0 0 1 1 ? 1970")]
    [InlineData("0 0 1 jan,Jul ? 2030/2")]
    [InlineData("0 0 L * ? *")]
    [InlineData("0 0 3W * ? *")]
    [InlineData("0 0 LW * ? *")]
    [InlineData("0 0 ? * 6L *")]
    [InlineData("0 0 ? * 3#2 *")]
    [InlineData("0 0 ? * SAT#5 *")]
    [InlineData("1,2,3 0 ? * 1-7 *")]
    public void What_the_reference_shows_is_accepted(string fields) => Assert.Null(CronExpression.Mistake(fields, hasOneDay: true));

    [Theory]
    [InlineData("60 8 * * ? *", "minutes")]
    [InlineData("FOO 8 * * ? *", "minutes")]
    [InlineData("? 8 * * ? *", "minutes")]
    [InlineData("0/0 8 * * ? *", "minutes")]
    [InlineData("-1 8 * * ? *", "minutes")]
    [InlineData("1- 8 * * ? *", "minutes")]
    [InlineData("1,,2 8 * * ? *", "minutes")]
    [InlineData("0 24 * * ? *", "hours")]
    [InlineData("0 L * * ? *", "hours")]
    [InlineData("0 8 0 * ? *", "days of the month")]
    [InlineData("0 8 32 * ? *", "days of the month")]
    [InlineData("0 8 32W * ? *", "days of the month")]
    [InlineData("0 8 1 13 ? *", "months")]
    [InlineData("0 8 1 0 ? *", "months")]
    [InlineData("0 8 1 JANUARY ? *", "months")]
    [InlineData("0 8 ? * 0 *", "days of the week")]
    [InlineData("0 8 ? * 8 *", "days of the week")]
    [InlineData("0 8 ? * 15W *", "days of the week")]
    [InlineData("0 8 ? * 2#6 *", "days of the week")]
    [InlineData("0 8 ? * 2#0 *", "days of the week")]
    [InlineData("0 8 ? * 3#1,6#3 *", "days of the week")]
    [InlineData("0 8 * * ? 1969", "years")]
    [InlineData("0 8 * * ? 2200", "years")]
    public void What_it_excludes_is_refused_by_the_name_of_the_field(string fields, string name) => Assert.Equal($"has {name} that are not legal", CronExpression.Mistake(fields, hasOneDay: true)?.What);
}
