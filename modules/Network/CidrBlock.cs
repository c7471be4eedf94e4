using System.Globalization;
using System.Net;
using System.Net.Sockets;

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
