using System.Net.Sockets;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Hostile.Tests.Readers;

/// <summary>Files that are none, that do not end, or that stand where nobody meant a manifest to read.</summary>
public sealed class FileTests : IDisposable
{
    private const string Secret = "hunter2-hunter2";
    private readonly Scratch _scratch = new();
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    public void Dispose()
    {
        _socket.Dispose();
        _scratch.Dispose();
    }

    [Theory]
    [InlineData("../outside.txt", "names a file outside the manifest's directory")]
    [InlineData("below/../../outside.txt", "names a file outside the manifest's directory")]
    [InlineData("link-outside", "names a file outside the manifest's directory")]
    [InlineData("link-to-link", "names a file outside the manifest's directory")]
    [InlineData("directory-outside/outside.txt", "names a file outside the manifest's directory")]
    [InlineData("link-endless", "names a file outside the manifest's directory")]
    [InlineData("/etc/passwd", "names a file outside the manifest's directory")]
    [InlineData("circle", "cannot be read as text: it is a link to circle, which is not there")]
    [InlineData("dangling", "cannot be read as text: it is a link to nowhere, which is not there")]
    [InlineData("below", "cannot be read as text: it is a directory")]
    [InlineData("pipe", "cannot be read as text: it is a device, a pipe or a socket, and no file")]
    [InlineData("socket", "cannot be read as text: it is a device, a pipe or a socket, and no file")]
    [InlineData("large", "cannot be read as text: it has more than 65,536 bytes")]
    [InlineData("bytes", "cannot be read as text: it is not text in UTF-8")]
    [InlineData("nothing", "cannot be read as text: there is no such file")]
    [InlineData("a\0b", "")]
    public void A_placeholder_reads_files_below_the_manifest_and_nothing_else(string name, string what)
    {
        var directory = WriteDirectory();

        var findings = Read(directory, name, false).Findings;

        var finding = Assert.Single(findings, finding => finding.Rule.Id == "MAN007");
        Assert.Contains(what, finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(findings, each => each.Message.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("below/inside.txt")]
    [InlineData("link-inside")]
    [InlineData("below/../below/inside.txt")]
    public void Links_within_the_directory_are_followed(string name) => Assert.Empty(Read(WriteDirectory(), name, false).Findings);

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("link-outside")]
    public void Files_elsewhere_are_read_where_that_is_allowed(string name) => Assert.Empty(Read(WriteDirectory(), name, true).Findings);

    [Fact]
    public void The_command_line_allows_it()
    {
        WriteDirectory();
        _scratch.Write("in/web.yaml", Manifest("../outside.txt"));

        Assert.Equal((3, 0), (_scratch.Run("check", "in/web.yaml").ExitCode, _scratch.Run("check", "in/web.yaml", "--allow-files-outside").ExitCode));
    }

    [Theory]
    [InlineData("check", "pipe", "manifest in/pipe cannot be read: it is a device, a pipe or a socket, and no file")]
    [InlineData("check", "link-endless", "manifest in/link-endless is a link to /dev/zero, outside its directory and the current one")]
    [InlineData("check", "dangling", "manifest in/dangling cannot be read: it is a link to nowhere, which is not there")]
    [InlineData("check", "huge", "manifest in/huge cannot be read: it has more than 16,777,216 bytes")]
    [InlineData("review", "pipe", "in/pipe cannot be read: it is a device, a pipe or a socket, and no file")]
    [InlineData("review", "dangling", "in/dangling cannot be read: it is a link to nowhere, which is not there")]
    [InlineData("review", "link-endless", "in/link-endless cannot be read: it is a device, a pipe or a socket, and no file")]
    [InlineData("review", "below", "in/below cannot be read: it is a directory")]
    public void A_command_refuses_them_at_once(string command, string name, string message)
    {
        WriteDirectory();

        var result = _scratch.Run(command, $"in/{name}");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"error: {message}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_shell_hands_over_as_a_pipe_is_read()
    {
        _scratch.Write("plan.json", """{ "format_version": "1.2", "resource_changes": [] }""");

        var result = Processes.Run("bash", ["-c", "exec \"$@\" <(cat plan.json)", "bash", .. Scratch.Command, "review"], _scratch.Root);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    private static ManifestResult Read(string directory, string name, bool allowsFilesOutside) =>
        ManifestReader.Read(Manifest(name), "web.yaml", directory, _ => null, new DateOnly(2026, 1, 1), allowsFilesOutside);

    private static string Manifest(string name) => $$"""
        app: shop
        environment: test
        region: eu-central-1
        network: { vpcId: vpc-0a1b2c3d4e5f60718, subnets: {} }
        tags: { note: "${file:{{name.Replace("\0", "\\0", StringComparison.Ordinal)}}}" }
        """;

    private string WriteDirectory()
    {
        var directory = _scratch.PathOf("in");
        _scratch.Write("outside.txt", Secret);
        _scratch.Write("in/below/inside.txt", "inside");
        _scratch.Write("in/large", new string('a', 65_537));
        _scratch.Write("in/huge", new string('a', 16_777_217));
        File.WriteAllBytes(_scratch.PathOf("in", "bytes"), [0xFF, 0xFE, 0xC0]);
        foreach (var (link, target) in new[] { ("link-outside", "../outside.txt"), ("link-to-link", "link-outside"), ("link-inside", "below/inside.txt"), ("directory-outside", ".."), ("link-endless", "/dev/zero"), ("circle", "circle"), ("dangling", "nowhere") })
        {
            File.CreateSymbolicLink(_scratch.PathOf("in", link), target);
        }
        Assert.Equal(0, Processes.Run("mkfifo", [_scratch.PathOf("in", "pipe")], _scratch.Root).ExitCode);
        _socket.Bind(new UnixDomainSocketEndPoint(_scratch.PathOf("in", "socket")));
        return directory;
    }
}
