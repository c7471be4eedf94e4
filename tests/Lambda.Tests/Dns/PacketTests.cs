using FsCheck;
using FsCheck.Fluent;
using Orchestrator.Lambda.Dns;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Tests.Network;

namespace Orchestrator.Lambda.Tests.Dns;

/// <summary>S19: whatever a packet holds, it is read or refused.</summary>
public sealed class PacketTests
{
    private const int Packets = 10_000;
    private static readonly DnsQuestion Question = new(DnsName.Parse(Zone.Name)!, RecordType.A);
    private static readonly byte[] Query = DnsQueryWriter.Write(0x1234, Question, isExtended: true);
    private static readonly byte[] Answer = DnsPacket.WriteAnswer(Query, new DnsReply { Records = [(Zone.Name, Zone.CNAME, "a.example.com"), .. Resolving.Addresses(8).Select(address => ("a.example.com", Zone.A, (object)address))] });

    [Fact]
    public void An_answer_is_read()
    {
        var message = DnsMessageReader.Read(Answer);

        Assert.Equal(0x1234, message.Id);
        Assert.Equal(Question, message.Question);
        Assert.Equal(Resolving.Addresses(8), Answers.Follow(message).Addresses);
    }

    [Fact]
    public void Names_that_differ_in_case_alone_are_one() => Assert.Equal(DnsName.Parse("a.example.com"), DnsName.Parse("A.Example.COM."));

    [Theory]
    [InlineData("a..b")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a b.c")]
    [InlineData("ä.example")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b")]
    public void What_is_no_name_is_none(string text) => Assert.Null(DnsName.Parse(text));

    [Theory]
    [InlineData("points to itself", "C00C")]
    [InlineData("points ahead", "C0FF")]
    [InlineData("an unknown kind of label", "80")]
    [InlineData("another unknown kind of label", "41")]
    [InlineData("ends within a label", "3F61")]
    [InlineData("ends within a pointer", "C0")]
    [InlineData("two names that point at each other", "0161C00C")]
    public void S19_a_name_that_is_not_well_formed_is_refused(string what, string name)
    {
        byte[] packet = [.. Convert.FromHexString("123481800001000000000000"), .. Convert.FromHexString(name)];

        Assert.True(what.Length > 0 && Record.Exception(() => DnsMessageReader.Read(packet)) is DnsFormatException, what);
    }

    [Fact]
    public void S19_a_name_of_more_than_255_octets_is_refused()
    {
        byte[] packet = [.. Convert.FromHexString("123481800001000000000000"), .. Enumerable.Repeat<byte[]>([63, .. Enumerable.Repeat((byte)'a', 63)], 5).SelectMany(label => label), 0, 0, 1, 0, 1];

        Assert.Throws<DnsFormatException>(() => DnsMessageReader.Read(packet));
    }

    [Fact]
    public void S19_every_shorter_packet_is_refused()
    {
        foreach (var length in Enumerable.Range(0, Answer.Length))
        {
            Assert.Throws<DnsFormatException>(() => DnsMessageReader.Read(Answer.AsSpan(0, length)));
        }
    }

    [Fact]
    public void S19_a_packet_that_goes_on_is_refused() => Assert.Throws<DnsFormatException>(() => DnsMessageReader.Read([.. Answer, 0]));

    [Fact]
    public void S19_random_packets_are_read_or_refused() =>
        Prop.ForAll(Octets().ArrayOf().ToArbitrary(), IsReadOrRefused).Hold(Packets);

    [Fact]
    public void S19_answers_with_changed_octets_are_read_or_refused()
    {
        var change = from at in Gen.Choose(0, Answer.Length - 1) from value in Octets() select (at, value);
        var cut = Gen.Frequency((3, Gen.Constant(Answer.Length)), (1, Gen.Choose(0, Answer.Length)));
        var packet = from changes in change.ListOf() from length in cut select Changed(changes).AsSpan(0, length).ToArray();
        Prop.ForAll(packet.ToArbitrary(), IsReadOrRefused).Hold(Packets);
    }

    [Fact]
    public async Task S19_a_packet_of_64_kilobytes_is_not_waited_for()
    {
        await using var server = new DnsServer(new Zone(Resolving.Addresses(2)) { Instead = (name, _, isTcp) => isTcp ? null : DnsReply.Addresses(name, Enumerable.Range(1, 3000).Select(Simulation.World.Address)) with { IsOversized = true } }.Answer);

        await Assert.ThrowsAsync<DnsQueryException>(() => new SocketDnsClient(TimeSpan.FromMilliseconds(100)).AskAsync(server.EndPoint, Question, CancellationToken.None));
    }

    private static byte[] Changed(IEnumerable<(int At, byte Value)> changes)
    {
        var packet = Answer.ToArray();
        foreach (var (at, value) in changes)
        {
            packet[at] = value;
        }
        return packet;
    }

    private static Gen<byte> Octets() => Gen.Frequency((1, Gen.Elements<byte>(0x00, 0x01, 0x0C, 0x3F, 0xC0, 0xFF, 0x1C, 0x80)), (2, Gen.Choose(0, 255).Select(octet => (byte)octet)));

    private static bool IsReadOrRefused(byte[] packet)
    {
        try
        {
            Answers.Follow(DnsMessageReader.Read(packet));
        }
        catch (Exception exception) when (exception is DnsFormatException or ResolveException)
        {
            // Refused.
        }
        return true;
    }
}
