using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares a text with its approved snapshot, the file <c>CLASS.METHOD.verified.EXTENSION</c> beside the test's source.</summary>
public static class Verifier
{
    /// <summary>
    /// Compares a text with the approved <c>.verified.txt</c>. A leading byte order mark is not part of the text, an empty text is approved
    /// as <c>emptyString</c> and a missing one as <c>null</c>.
    /// </summary>
    /// <param name="target">The text.</param>
    /// <param name="settings">How the files are named, or null for the defaults. They are copied: later changes have no effect.</param>
    /// <param name="sourceFile">The test's source file; the compiler passes it.</param>
    /// <returns>What to await. Until then the settings can be changed, and nothing is compared.</returns>
    /// <exception cref="ArgumentException">There is no source file.</exception>
    public static SettingsTask Verify(string? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "")
    {
        var text = target?.TrimStart('\uFEFF');
        return Start(settings, sourceFile, new Received(text is "" ? "emptyString" : text, "txt", target));
    }

    /// <summary>Compares a text with the approved <c>.verified.EXTENSION</c>. A missing text is approved as <c>null</c>.</summary>
    /// <param name="target">The text.</param>
    /// <param name="extension">The extension of a kind of text, without a period: <c>json</c>.</param>
    /// <param name="settings">How the files are named, or null for the defaults. They are copied: later changes have no effect.</param>
    /// <param name="sourceFile">The test's source file; the compiler passes it.</param>
    /// <returns>What to await. Until then the settings can be changed, and nothing is compared.</returns>
    /// <exception cref="ArgumentException">There is no source file.</exception>
    public static SettingsTask Verify(
        string? target,
        string extension,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "") =>
        Start(settings, sourceFile, new Received(target, extension, Target: null));

    private static SettingsTask Start(VerifySettings? settings, string sourceFile, Received received)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceFile);
        return new(settings, async current => await Approval.CheckAsync(UseVerifyAttribute.GetMethod(), current, sourceFile, received));
    }
}
