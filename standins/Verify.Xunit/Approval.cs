using System.Reflection;

namespace VerifyTests;

/// <summary>The comparison of what a test has passed with what was approved.</summary>
internal static class Approval
{
    /// <summary>Nothing is ever approved here: that is for a person to do.</summary>
    public static async Task<VerifyResult> CheckAsync(MethodInfo test, VerifySettings settings, string sourceFile, Received received)
    {
        var name = SnapshotName.Of(test);
        VerifierSettings.Fix(name);
        var files = SnapshotFiles.Of(name + ParameterText.Of(test, settings), settings, sourceFile);
        var pair = files.Pair(TextExtensions.Require(received.Extension));
        var orphans = files.ApprovedBut(pair.Verified);
        files.DeleteReceived();

        var text = received.TextFor(test.ReflectedType!.Assembly);
        var approved = await ReadApprovedAsync(pair.Verified);
        var equal = approved == text || approved == text + '\n';
        if (!equal)
        {
            await File.WriteAllTextAsync(pair.Received, text, VerifierSettings.Encoding);
        }
        return equal && orphans.Count == 0
            ? new(pair.Verified, received.Target)
            : throw new VerifyException(FailureMessage.Of(pair, equal, text, approved, orphans));
    }

    /// <summary>The approved text, or null. An empty file is none: a diff tool leaves one behind when nothing was approved.</summary>
    private static async Task<string?> ReadApprovedAsync(string path)
    {
        var file = new FileInfo(path);
        if (file is { Exists: true, Length: 0 })
        {
            file.Delete();
            return null;
        }
        return file.Exists ? Newlines.Normalize(await File.ReadAllTextAsync(path)) : null;
    }
}
