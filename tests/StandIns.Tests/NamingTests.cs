namespace StandIns.Tests;

/// <summary>Where the approved file is looked for. The files are in the repository, so a wrong name fails as a missing file.</summary>
public sealed class NamingTests
{
    [Fact]
    public Task A_snapshot_is_named_after_class_and_method() => Verify("beside the source");

    [Fact]
    public Task A_snapshot_may_have_another_extension() => Verify("""{ "kind": "json" }""", "json");

    [Fact]
    public async Task A_directory_is_relative_to_the_source() => await Verify("in a directory").UseDirectory("Approved");

    [Fact]
    public async Task Settings_may_be_passed()
    {
        var settings = new VerifySettings();
        settings.UseDirectory("Approved");
        await Verify("by an object", settings);
    }

    [Theory]
    [InlineData("one", 1)]
    [InlineData("a/b:c", -2)]
    [InlineData(null, 0)]
    public async Task Parameters_are_in_the_name(string? text, int number) =>
        await Verify($"{text} {number}").UseDirectory("Approved").UseParameters(text, number);

    [Theory]
    [InlineData(true, 'x', 1.5)]
    public async Task Last_parameters_may_be_left_out(bool first, char second, double third) =>
        await Verify($"{first} {second} {third}").UseDirectory("Approved").UseParameters(first, second);

    [Theory]
    [InlineData(DayOfWeek.Friday)]
    public async Task One_parameter_needs_no_array(DayOfWeek day) => await Verify($"{day}").UseDirectory("Approved").UseParameters(day);

    [Theory]
    [InlineData(new[] { 1, 2 })]
    public async Task An_array_is_one_parameter(int[] numbers) =>
        await Verify($"{numbers.Length} numbers").UseDirectory("Approved").UseParameters(numbers);

    [Theory]
    [InlineData("replaced")]
    public async Task A_text_may_stand_for_the_parameters(string text) =>
        await Verify(text).UseDirectory("Approved").UseTextForParameters("chosen");

    [Fact]
    public async Task A_file_name_replaces_class_and_method() => await Verify("named").UseDirectory("Approved").UseFileName("Named");

    public sealed class Nested
    {
        [Fact]
        public async Task The_outer_class_is_in_the_name() => await Verify("nested").UseDirectory("Approved");
    }
}
