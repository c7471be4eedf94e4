using System.Text;

namespace Orchestrator.Hostile.Tests.Readers;

/// <summary>Makes broken inputs of good ones. The same numbers give the same inputs.</summary>
/// <param name="corpus">Good inputs.</param>
/// <param name="seed">Chooses the mutations.</param>
internal sealed class Mutation(IReadOnlyList<byte[]> corpus, int seed)
{
    private const int Longest = 200_000;

    /// <summary>What readers stumble over: ends of numbers and texts, half characters, bytes that are no UTF-8, other kinds of values, words of the formats.</summary>
    private static readonly byte[][] Tokens =
    [
        .. ((string[])["\"\\ud800\"", "\\udfff", "\\ud83d\\ude00", "\"", "\\", "\\u0000", "null", "true", "{}", "[]", "[[[[", "}}}}", "-1", "0", "1e999", "-0.0", "99999999999999999999", "2147483648", "\"\"", ",", ":", "\n", "\t", "\r", "\0", "${env:A}", "${file:/etc/passwd}", "$${", "&a", "*a", "!!int", "---", "|", ">", "? ", "- ", "#", "//", "/*", "\u2028", "\ufeff", "::error::", "\e[2J", "2030-02-31", "0001-01-01", "9999-12-31", "::1", "10.0.0.0/33", "arn:aws:x", "\"[{\\\"name\\\":\\\"\\\\ud800\\\"}]\"", "'{\"a\":[\"\\ud800\"],\"a\":[1]}'", "? [*a, &a {}] : ", "NaN", "Infinity", "unknown", "resource_changes", "change", "actions", "after_unknown", "before_sensitive"]).Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next input.</summary>
    internal byte[] Next()
    {
        var bytes = corpus[_random.Next(corpus.Count)].ToList();
        for (var left = 1 << _random.Next(5); left > 0 && bytes.Count < Longest; left--)
        {
            Mutate(bytes);
        }
        return [.. bytes];
    }

    private void Mutate(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(_random.Next(1, 40), bytes.Count - at);
        switch (_random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(_random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4:
                var other = corpus[_random.Next(corpus.Count)];
                var from = _random.Next(other.Length);
                bytes.InsertRange(at, other.Skip(from).Take(_random.Next(1, 200)));
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 6:
                ReplaceValue(bytes, at);
                break;
            default:
                bytes.InsertRange(at, Tokens[_random.Next(Tokens.Length)]);
                break;
        }
    }

    /// <summary>Puts another value in the place of one, so that the text stays a whole one and what reads its values is reached.</summary>
    private void ReplaceValue(List<byte> bytes, int at)
    {
        var start = bytes.IndexOf((byte)':', at);
        if (start < 0)
        {
            return;
        }
        var end = start + 1;
        while (end < bytes.Count && bytes[end] is not ((byte)',' or (byte)'}' or (byte)']' or (byte)'\n'))
        {
            end++;
        }
        bytes.RemoveRange(start + 1, end - start - 1);
        bytes.InsertRange(start + 1, [(byte)' ', .. Tokens[_random.Next(Tokens.Length)]]);
    }
}
