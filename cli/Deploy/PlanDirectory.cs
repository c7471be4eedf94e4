using System.Text.Json;
using Orchestrator.Cli.Output;

namespace Orchestrator.Cli.Deploy;

/// <summary>
/// A directory of plans, a folder for each stack. The record is written last and removed first: a folder without one is of a run that did not
/// come to its end. Plans hold secrets, so nobody else may read the directory.
/// </summary>
/// <param name="path">The directory.</param>
internal sealed class PlanDirectory(string path)
{
    private const string RecordFile = "manifest.json";
    private const string AppliedFile = "applied";
    private static readonly PlanRecordJson Json = new(new JsonSerializerOptions(ReadableJson.Options) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true });
    private static readonly string[] OfPlan = [RecordFile, AppliedFile, "plan", "plan.new", "plan.again", "review.md", "review.json"];
    private static readonly string[] Logs = ["init.log", "plan.log", "apply.log"];

    /// <summary>The whole path.</summary>
    internal string Root { get; } = Path.GetFullPath(path);

    /// <summary>A file of a stack.</summary>
    internal string PathOf(string stack, string file) => Path.Combine(Root, stack, file);

    /// <summary>Makes a stack's folder, and removes the plan of before from it.</summary>
    internal void Clear(string stack)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, stack));
        if (!OperatingSystem.IsWindows())
        {
            // What stood there already may be open to others.
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }
        foreach (var file in OfPlan)
        {
            File.Delete(PathOf(stack, file));
        }
    }

    /// <summary>Removes the plans of stacks that there are no more; nothing else that may stand beside them.</summary>
    /// <param name="stacks">The stacks that there are.</param>
    internal void Keep(IReadOnlyCollection<string> stacks)
    {
        foreach (var folder in Directory.Exists(Root) ? Directory.GetDirectories(Root) : [])
        {
            var stack = Path.GetFileName(folder);
            if (stacks.Contains(stack) || TryRead(folder) is null)
            {
                continue;
            }
            foreach (var file in OfPlan.Concat(Logs))
            {
                File.Delete(PathOf(stack, file));
            }
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
    }

    /// <summary>Writes a file of a stack, whole or not at all.</summary>
    internal void Write(string stack, string file, string text)
    {
        var target = PathOf(stack, file);
        File.WriteAllText($"{target}.new", text);
        File.Move($"{target}.new", target, overwrite: true);
    }

    /// <summary>Writes the record of a stack.</summary>
    internal void Write(PlanRecord record) => Write(record.Stack, RecordFile, $"{JsonSerializer.Serialize(record, Json.PlanRecord)}\n");

    /// <summary>Notes that a stack's plan has been applied.</summary>
    internal void MarkApplied(PlanRecord record) => Write(record.Stack, AppliedFile, $"{record.Fingerprint}\n");

    /// <summary>Whether a stack's plan has been applied.</summary>
    internal bool IsApplied(PlanRecord record) => File.Exists(PathOf(record.Stack, AppliedFile));

    /// <summary>The records of all stacks.</summary>
    /// <exception cref="Failure">There is none, or one is not as it must be.</exception>
    internal IReadOnlyList<PlanRecord> Read()
    {
        var folders = Directory.Exists(Root) ? Directory.GetDirectories(Root).Order(StringComparer.Ordinal).ToList() : [];
        return folders.Count == 0
            ? throw new Failure($"there is no plan in {path}: run {Hint.Of("plan", "--out", path)} first")
            : [.. folders.Select(Read)];
    }

    private PlanRecord Read(string folder) => TryRead(folder) ?? throw new Failure(File.Exists(Path.Combine(folder, RecordFile))
        ? $"{Path.Combine(folder, RecordFile)} is not as plan has written it: run {Hint.Of("plan", "--out", path)} again"
        : $"the plan of {Path.GetFileName(folder)} did not come to its end: run {Hint.Of("plan", "--out", path)} again");

    private static PlanRecord? TryRead(string folder)
    {
        try
        {
            var record = JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(folder, RecordFile)), Json.PlanRecord);
            return record is { FormatVersion: 1 } && record.Stack == Path.GetFileName(folder) ? record : null;
        }
        catch (Exception exception) when (exception is JsonException or FileNotFoundException)
        {
            return null;
        }
    }
}
