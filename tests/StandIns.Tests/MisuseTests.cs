namespace StandIns.Tests;

public sealed class MisuseTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Two_snapshots_cannot_have_the_same_files()
    {
        _scratch.Write("verified", "approved");
        await _scratch.Verify("approved");

        var message = await Scratch.FailureAsync(_scratch.Verify("approved"));

        Assert.Contains(Path.Combine(_scratch.Path, "Snapshot"), message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    public async Task More_values_than_parameters_fail(int number)
    {
        var message = await Scratch.FailureAsync(Verify("text").UseDirectory(_scratch.Path).UseParameters(number, "more"));

        Assert.Contains("parameters", message, StringComparison.Ordinal);
        Assert.Empty(_scratch.Files);
    }

    [Fact]
    public async Task A_text_of_a_binary_extension_fails()
    {
        var message = await Scratch.FailureAsync(_scratch.Verify("text", "png"));

        Assert.Contains("png", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_checked()
    {
        var settings = new VerifySettings();

        Assert.ThrowsAny<ArgumentException>(() => settings.UseFileName("a/b"));
        Assert.ThrowsAny<ArgumentException>(() => settings.UseFileName(""));
        Assert.ThrowsAny<ArgumentException>(() => settings.UseDirectory("a\0b"));
        Assert.ThrowsAny<ArgumentException>(() => settings.UseTextForParameters(".a"));
        Assert.ThrowsAny<ArgumentException>(() => settings.UseTextForParameters("a/b"));
        Assert.ThrowsAny<ArgumentException>(() => settings.UseParameters());
    }

    [Fact]
    public void Contradicting_names_are_refused()
    {
        var named = new VerifySettings();
        named.UseFileName("Snapshot");
        var withText = new VerifySettings();
        withText.UseTextForParameters("text");
        var withValues = new VerifySettings();
        withValues.UseParameters("value");

        Assert.ThrowsAny<Exception>(() => named.UseParameters("value"));
        Assert.ThrowsAny<Exception>(() => withText.UseParameters("value"));
        Assert.ThrowsAny<Exception>(() => withValues.UseTextForParameters("text"));
    }

    [Fact]
    public async Task The_byte_order_mark_is_settled_before_the_first_snapshot()
    {
        _scratch.Write("verified", "approved");
        await _scratch.Verify("approved");

        Assert.ThrowsAny<Exception>(VerifierSettings.UseUtf8NoBom);
    }
}
