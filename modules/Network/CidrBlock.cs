using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Network;

/// <summary>CIDR notation as EC2 takes it: no leading zeros, a prefix length, and no bits set behind it.</summary>
internal static class CidrBlock
{
    /// <summary>Explains what is wrong with an IPv4 or IPv6 CIDR block, or returns null where nothing is.</summary>
    /// <param name="text">The block.</param>
    /// <param name="family">The family that it should be of.</param>
    /// <param name="otherFamily">What to do with a block of the other family.</param>
    /// <param name="mayBeAddress">Whether a block of one address makes sense.</param>
    internal static (string What, string Fix)? Mistake(string text, AddressFamily family, string otherFamily, bool mayBeAddress)
    {
        var (name, example, longest) = family == AddressFamily.InterNetwork ? ("IPv4", "203.0.113.0/24", 32) : ("IPv6", "2001:db8::/32", 128);
        var slash = text.IndexOf('/');
        if (Parse(slash < 0 ? text : text[..slash]) is not { } address)
        {
            return ($"is not an {name} CIDR block", $"write one such as {example}");
        }
        if (address.AddressFamily != family)
        {
            return ($"is not {name}", otherFamily);
        }
        if (slash < 0)
        {
            return ("has no prefix length", mayBeAddress ? $"write {address}/{longest} for this one address" : $"add it behind a slash, as in {example}");
        }
        if (!int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > longest)
        {
            return ("has a prefix length that is out of range", $"write a number from 0 to {longest} behind the slash");
        }
        var network = Masked(address, length);
        var single = mayBeAddress ? $", or {address}/{longest} for this one address" : "";
        return !network.Equals(address) ? ("has bits set behind its prefix", $"write {network}/{length}{single}")
            : text != $"{network}/{length}" ? ("is not in canonical form", $"write {network}/{length}")
            : null;
    }

    /// <summary>Why an IPv4 address cannot be one of a block's, or null where it can. Without a block only the address itself is looked at.</summary>
    internal static string? Excludes(Value<string>? block, string address) =>
        Parse(address) is not { AddressFamily: AddressFamily.InterNetwork } parsed ? "is not an IPv4 address"
        : block.IsLiteral(out var text) && Mistake(text, AddressFamily.InterNetwork, "", mayBeAddress: true) is null && !Contains(text, parsed) ? "is not in its subnet"
        : block.IsLiteral(out text) && Mistake(text, AddressFamily.InterNetwork, "", mayBeAddress: true) is null && IsReserved(text, parsed) ? "is one that EC2 keeps of each subnet"
        : null;

    /// <summary>Whether EC2 keeps an address of a subnet for itself: the first four and the last.</summary>
    private static bool IsReserved(string block, IPAddress address)
    {
        var slash = block.IndexOf('/');
        var size = 1L << (32 - int.Parse(block[(slash + 1)..], CultureInfo.InvariantCulture));
        var offset = NumberOf(address) - NumberOf(IPAddress.Parse(block[..slash]));
        return offset < 4 || offset == size - 1;
    }

    private static long NumberOf(IPAddress address) => address.GetAddressBytes().Aggregate(0L, (number, part) => (number << 8) | part);

    /// <summary>Whether an address is in a block in canonical form.</summary>
    internal static bool Contains(string block, IPAddress address)
    {
        var slash = block.IndexOf('/');
        var network = IPAddress.Parse(block[..slash]);
        return network.AddressFamily == address.AddressFamily && Masked(address, int.Parse(block[(slash + 1)..], CultureInfo.InvariantCulture)).Equals(network);
    }

    /// <summary>Whether two blocks in canonical form have an address in common.</summary>
    internal static bool Overlap(string one, string other) =>
        Contains(one, IPAddress.Parse(other[..other.IndexOf('/')])) || Contains(other, IPAddress.Parse(one[..one.IndexOf('/')]));

    /// <summary>The address that a text is, as people write it; null for anything else.</summary>
    internal static IPAddress? AddressOf(string text) => Parse(text);

    /// <summary>An address as people write it. .NET takes much more: octal numbers, fewer than four of them, scopes, ports.</summary>
    private static IPAddress? Parse(string text)
    {
        if (text.Contains(':'))
        {
            return text.All(character => char.IsAsciiHexDigit(character) || character is ':' or '.') && IPAddress.TryParse(text, out var address) ? address : null;
        }
        var parts = text.Split('.');
        return parts.Length == 4 && Array.TrueForAll(parts, part => byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? new IPAddress([.. parts.Select(part => byte.Parse(part, CultureInfo.InvariantCulture))])
            : null;
    }

    private static IPAddress Masked(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = length; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }
        return new IPAddress(bytes);
    }
}
