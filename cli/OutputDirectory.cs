using System.Diagnostics;
using System.Text.Json;

namespace Orchestrator.Cli;

/// <summary>
/// Puts what was synthesized into the output directory: written beside its place first, then renamed, so that no reader sees half a
/// file. Files of others stay; of this program's own, those of stacks that are gone are removed.
/// </summary>
internal static class OutputDirectory
{
    private const string Manifest = "manifest.json";
    private const string Staging = ".synth-";

    /// <summary>Fills a directory.</summary>
    /// <param name="directory">The output directory. Made if it is not there.</param>
    /// <param name="write">Writes into the directory that it is given.</param>
    /// <returns>The files, relative to the directory, in alphabetical order.</returns>
    /// <exception cref="Failure">The directory cannot be written to.</exception>
    internal static IReadOnlyList<string> Fill(string directory, Action<string> write)
    {
        var isNew = !Directory.Exists(directory);
        var staging = Path.Combine(Path.GetFullPath(directory), $"{Staging}{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(staging);
            RemoveAbandoned(directory);
            write(staging);
            return Publish(staging, directory);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Failure($"cannot write to {directory}: {exception.Message.TrimEnd('.')}; choose another directory with --out");
        }
        finally
        {
            RemoveStaging(staging, isNew ? directory : null);
        }
    }

    /// <summary>Removes what a killed synthesis has left.</summary>
    private static void RemoveAbandoned(string directory)
    {
        foreach (var staging in Directory.EnumerateDirectories(directory, $"{Staging}*"))
        {
            if (int.TryParse(Path.GetFileName(staging)[Staging.Length..], out var process) && !IsRunning(process))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A new output directory that nothing came into goes too.</summary>
    private static void RemoveStaging(string staging, string? created)
    {
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }
        if (Directory.Exists(created) && !Directory.EnumerateFileSystemEntries(created).Any())
        {
            Directory.Delete(created);
        }
    }

    private static List<string> Publish(string staging, string directory)
    {
        var files = Directory.EnumerateFiles(staging, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(staging, file)).Order(StringComparer.Ordinal).ToList();
        var configurations = Configurations(directory);
        var stale = configurations.SelectMany(configuration => AssetsBeside(configuration, directory).Prepend(configuration)).Except(files).ToList();
        // The manifest comes last: until then it names the files of before.
        foreach (var file in files.OrderBy(file => file == Manifest))
        {
            var target = Path.Combine(directory, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(Path.Combine(staging, file), target, overwrite: true);
        }
        foreach (var file in stale)
        {
            File.Delete(Path.Combine(directory, file));
        }
        foreach (var configuration in configurations)
        {
            RemoveEmpty(AssetDirectory(configuration, directory));
        }
        return files;
    }

    /// <summary>The configurations that cdktf's manifest in a directory names; none where there is no such manifest.</summary>
    private static List<string> Configurations(string directory)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(directory, Manifest)));
            return [.. document.RootElement.GetProperty("stacks").EnumerateObject().Select(stack => stack.Value.GetProperty("synthesizedStackPath").GetString()!).Where(path => !Path.IsPathRooted(path) && !path.Contains(".."))];
        }
        catch (Exception exception) when (exception is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }

    private static string AssetDirectory(string configuration, string directory) => Path.Combine(directory, Path.GetDirectoryName(configuration)!, "assets");

    private static IEnumerable<string> AssetsBeside(string configuration, string directory)
    {
        var assets = AssetDirectory(configuration, directory);
        return Directory.Exists(assets) ? Directory.EnumerateFiles(assets, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(directory, file)) : [];
    }

    /// <summary>Removes a directory if there is no file in it, and those in it in which there is none.</summary>
    private static void RemoveEmpty(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return;
        }
        foreach (var inner in Directory.EnumerateDirectories(directory))
        {
            RemoveEmpty(inner);
        }
        if (!Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Directory.Delete(directory);
        }
    }
}
