namespace StandIns.Tests;

public sealed class MatchTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_approved_text_passes()
    {
        _scratch.Write("verified", "approved");

        var result = await _scratch.Verify("approved");

        Assert.Equal("approved", result.Text);
        Assert.Equal("Snapshot.verified.txt", Path.GetFileName(Assert.Single(result.Files)));
        Assert.Equal(["Snapshot.verified.txt"], _scratch.Files);
    }

    [Theory]
    [InlineData("one\r\ntwo", "one\ntwo")]
    [InlineData("one\ntwo", "one\r\ntwo")]
    [InlineData("one\rtwo", "one\ntwo")]
    public async Task Newlines_of_any_kind_are_equal(string received, string approved)
    {
        _scratch.Write("verified", approved);

        await _scratch.Verify(received);
    }

    [Fact]
    public async Task The_approved_file_may_end_in_a_newline()
    {
        _scratch.Write("verified", "approved\n");

        await _scratch.Verify("approved");
    }

    [Fact]
    public async Task A_byte_order_mark_is_not_compared()
    {
        _scratch.Write("verified", "\uFEFFapproved");

        await _scratch.Verify("\uFEFFapproved");
    }

    [Theory]
    [InlineData(null, "null")]
    [InlineData("", "emptyString")]
    public async Task Nothing_is_approved_as_a_word(string? received, string approved)
    {
        _scratch.Write("verified", approved);

        await _scratch.Verify(received);
    }

    [Fact]
    public async Task A_stale_received_file_is_removed()
    {
        _scratch.Write("verified", "approved");
        _scratch.Write("received", "of the last run");

        await _scratch.Verify("approved");

        Assert.Equal(["Snapshot.verified.txt"], _scratch.Files);
    }

    [Fact]
    public async Task Directories_of_this_machine_are_replaced()
    {
        var temporary = Path.GetTempPath();
        var output = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        _scratch.Write("verified", $"{{TempPath}}a.txt {{CurrentDirectory}} {{CurrentDirectory}}b.txt c{temporary}");

        await _scratch.Verify($"{temporary}a.txt {output} {AppContext.BaseDirectory}b.txt c{temporary}");
    }

    [Fact]
    public async Task A_task_is_compared_once()
    {
        _scratch.Write("verified", "approved");
        var comparison = _scratch.Verify("approved");

        await comparison.ConfigureAwait(false);

        Assert.Same(comparison.ToTask(), comparison.ToTask());
        Assert.ThrowsAny<Exception>(() => comparison.CurrentSettings);
    }
}
