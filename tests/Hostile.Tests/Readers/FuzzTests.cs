using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Orchestrator.Hostile.Tests.Readers;

/// <summary>
/// Every reader with inputs that are broken at random, from a fixed seed: for FUZZ_SECONDS each (6 unless set, so that all take about a minute together; 3600 by
/// hand), from FUZZ_SEED (0 unless set).
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. EveryReader.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_tells_what_is_wrong_and_nothing_else(string name)
    {
        var reader = EveryReader.All[name];
        var mutation = new Mutation(reader.Corpus, Number("FUZZ_SEED", 0));
        var (until, count, clock) = (TimeSpan.FromSeconds(Number("FUZZ_SECONDS", 6)), 0, Stopwatch.StartNew());
        while (clock.Elapsed < until)
        {
            var input = mutation.Next();
            count++;
            try
            {
                reader.Read(input);
            }
            catch (Exception exception) when (reader.Told.Any(told => told.IsInstanceOfType(exception)))
            {
                Assert.False(string.IsNullOrWhiteSpace(exception.Message));
            }
            catch (Exception exception)
            {
                Assert.Fail($"input {count} of {name}: {exception}\n{Encoding.Latin1.GetString(input)}");
            }
        }
        output.WriteLine($"{name}: {count} inputs");
    }

    [Fact]
    public void Good_inputs_are_good() => Assert.All(EveryReader.All, reader => Assert.All(reader.Value.Corpus, input => reader.Value.Read(input)));

    private static int Number(string variable, int unlessSet) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : unlessSet;
}
