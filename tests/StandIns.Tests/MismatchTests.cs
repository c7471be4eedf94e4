using System.Text;

namespace StandIns.Tests;

public sealed class MismatchTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Another_text_fails_and_is_written()
    {
        _scratch.Write("verified", "old text");

        var message = await Scratch.FailureAsync(_scratch.Verify("new text\r\n"));

        AssertNames(message, "Snapshot.received.txt", "Snapshot.verified.txt", "old text", "new text");
        Assert.Equal("new text\n"u8.ToArray(), _scratch.Bytes("received"));
        Assert.Equal("old text"u8.ToArray(), _scratch.Bytes("verified"));
    }

    [Fact]
    public async Task A_text_that_was_never_approved_fails_and_is_written()
    {
        var message = await Scratch.FailureAsync(_scratch.Verify("new téxt", "json"));

        AssertNames(message, "Snapshot.received.json", "Snapshot.verified.json", "new téxt");
        Assert.Equal(["Snapshot.received.json"], _scratch.Files);
        Assert.Equal(Encoding.UTF8.GetBytes("new téxt"), _scratch.Bytes("received", "json"));
    }

    [Fact]
    public async Task An_empty_file_approves_nothing()
    {
        _scratch.Write("verified", "");

        await Scratch.FailureAsync(_scratch.Verify(""));

        Assert.Equal(["Snapshot.received.txt"], _scratch.Files);
    }

    [Fact]
    public async Task A_stale_received_file_is_replaced()
    {
        _scratch.Write("verified", "old text");
        _scratch.Write("received", "of the last run, and longer");

        await Scratch.FailureAsync(_scratch.Verify("new text"));

        Assert.Equal("new text"u8.ToArray(), _scratch.Bytes("received"));
    }

    [Theory]
    [InlineData("approved ", "approved")]
    [InlineData("approved\n", "approved")]
    [InlineData("approved", "approved\n\n")]
    [InlineData("Approved", "approved")]
    public async Task Every_other_character_counts(string received, string approved)
    {
        _scratch.Write("verified", approved);

        await Scratch.FailureAsync(_scratch.Verify(received));

        Assert.Contains("Snapshot.received.txt", _scratch.Files);
    }

    [Fact]
    public async Task An_approved_file_of_another_extension_fails()
    {
        _scratch.Write("verified", "approved");
        _scratch.Write("verified", "{}", "json");

        var message = await Scratch.FailureAsync(_scratch.Verify("approved"));

        AssertNames(message, "Snapshot.verified.json");
        Assert.Equal(["Snapshot.verified.json", "Snapshot.verified.txt"], _scratch.Files);
    }

    private void AssertNames(string message, params string[] parts) =>
        Assert.All([_scratch.Path, .. parts], part => Assert.Contains(part, message, StringComparison.Ordinal));
}
