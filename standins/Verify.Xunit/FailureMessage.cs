using System.Text;

namespace VerifyTests;

/// <summary>What a developer reads when a snapshot is not the approved one.</summary>
internal static class FailureMessage
{
    public static string Of(FilePair files, bool equal, string text, string? approved, IReadOnlyList<string> orphans)
    {
        var message = new StringBuilder();
        if (!equal)
        {
            message.Append(approved is null ? "The snapshot has no approved file yet.\n" : "The snapshot is not the approved one.\n");
            message.Append($"Received: {files.Received}\nVerified: {files.Verified}\n");
            message.Append("To approve it, look at the received file and then rename it to the verified one.\n");
        }
        if (orphans.Count > 0)
        {
            message.Append("The test has approved files that it no longer receives. To approve that, delete:\n");
            message.AppendJoin("", orphans.Select(orphan => $"  {orphan}\n"));
        }
        if (!equal)
        {
            message.Append($"\nReceived text:\n{text}\n");
            message.Append(approved is null ? "" : $"\nVerified text:\n{approved}\n");
        }
        return message.ToString();
    }
}
