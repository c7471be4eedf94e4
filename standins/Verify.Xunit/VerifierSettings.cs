using System.Text;

namespace VerifyTests;

/// <summary>Settings of all snapshots of a test run. They are made before the first one, in a module initializer.</summary>
public static class VerifierSettings
{
    private static string? _firstTest;

    internal static Encoding Encoding { get; private set; } = Utf8(withByteOrderMark: true);

    /// <summary>Writes snapshots without a byte order mark. By default they begin with one; it is never compared.</summary>
    /// <exception cref="InvalidOperationException">A snapshot has already been compared.</exception>
    public static void UseUtf8NoBom()
    {
        if (_firstTest is not null)
        {
            throw new InvalidOperationException(
                $"{nameof(UseUtf8NoBom)} comes too late: {_firstTest} has compared a snapshot. Call it in a [ModuleInitializer].");
        }
        Encoding = Utf8(withByteOrderMark: false);
    }

    internal static void Fix(string test) => Interlocked.CompareExchange(ref _firstTest, test, null);

    private static UTF8Encoding Utf8(bool withByteOrderMark) => new(withByteOrderMark, throwOnInvalidBytes: true);
}
