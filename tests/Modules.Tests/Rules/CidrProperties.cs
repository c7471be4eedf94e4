using System.Net;
using FsCheck;
using FsCheck.Fluent;

namespace Orchestrator.Modules.Tests.Rules;

/// <summary>CIDR blocks of every address and prefix length, in the rules of a security group.</summary>
public sealed class CidrProperties
{
    [Fact]
    public void A_block_in_canonical_form_is_accepted() => Prop.ForAll(Blocks(), block =>
        Check(block.IsIpv4, $"{Masked(block)}/{block.Length}").Count == 0).Hold();

    [Fact]
    public void A_block_with_host_bits_is_refused_and_its_canonical_form_is_told() => Prop.ForAll(Blocks(), block =>
    {
        var network = Masked(block);
        return network.Equals(block.Address)
            || (Check(block.IsIpv4, $"{block.Address}/{block.Length}") is [var line] && line.Contains($" SG091 ", StringComparison.Ordinal) && line.Contains($"; write {network}/{block.Length}, or ", StringComparison.Ordinal));
    }).Hold();

    private static Arbitrary<Block> Blocks()
    {
        var ipv4 = from bytes in Bytes(4) from length in Gen.Choose(0, 32) select new Block(new IPAddress(bytes), length, true);
        var ipv6 = from bytes in Bytes(16) from length in Gen.Choose(0, 128) select new Block(new IPAddress(bytes), length, false);
        return Gen.OneOf(ipv4, ipv6).ToArbitrary();
    }

    private static Gen<byte[]> Bytes(int count) => Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf(count);

    /// <summary>The network by .NET's own arithmetic, in which an address is one big number.</summary>
    private static IPAddress Masked(Block block)
    {
        var bytes = block.Address.GetAddressBytes();
        var host = (bytes.Length * 8) - block.Length;
        var number = new System.Numerics.BigInteger(bytes, isUnsigned: true, isBigEndian: true) >> host << host;
        var masked = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return new IPAddress([.. Enumerable.Repeat((byte)0, bytes.Length - masked.Length), .. masked]);
    }

    /// <summary>Port 80 is open to anyone, so that a prefix length of 0 is no finding.</summary>
    private static IReadOnlyList<string> Check(bool isIpv4, string block) =>
        Manifests.Check($"securityGroups: {{ web: {{ ingress: {{ http: {{ port: 80, {(isIpv4 ? "cidrIpv4" : "cidrIpv6")}: \"{block}\" }} }} }} }}");

    private sealed record Block(IPAddress Address, int Length, bool IsIpv4);
}
