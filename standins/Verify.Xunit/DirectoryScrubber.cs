using System.Reflection;
using System.Text;

namespace VerifyTests;

/// <summary>Replaces the paths of directories that differ from machine to machine by their roles: <c>{ProjectDirectory}</c>.</summary>
internal sealed class DirectoryScrubber
{
    private static DirectoryScrubber? _ofThisRun;

    private readonly List<(string Path, string Role)> _directories;

    private DirectoryScrubber(Assembly tests)
    {
        IEnumerable<(string? Path, string Role)> directories =
        [
            (AppContext.BaseDirectory, "{CurrentDirectory}"),
            (Environment.CurrentDirectory, "{CurrentDirectory}"),
            (Path.GetTempPath(), "{TempPath}"),
            (Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "{UserProfile}"),
            (BuildMetadata.ProjectDirectory(tests), "{ProjectDirectory}"),
            (BuildMetadata.SolutionDirectory(tests), "{SolutionDirectory}"),
        ];
        _directories =
        [
            .. directories
                .Select(directory => (Path: Slashed(directory.Path ?? "").TrimEnd('/'), directory.Role))
                .Where(directory => directory.Path.Length > 0)
                .OrderByDescending(directory => directory.Path.Length),
        ];
    }

    /// <summary>The directories are those of the first test of a run: its current directory may change later.</summary>
    public static DirectoryScrubber For(Assembly tests) => LazyInitializer.EnsureInitialized(ref _ofThisRun, () => new(tests));

    public string Scrub(string text)
    {
        var slashed = Slashed(text);
        var scrubbed = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length;)
        {
            if (FindAt(slashed, index) is not var (path, role))
            {
                scrubbed.Append(text[index++]);
                continue;
            }
            scrubbed.Append(role);
            index += path.Length;
            index += index < text.Length && slashed[index] == '/' ? 1 : 0;
        }
        return scrubbed.ToString();
    }

    /// <summary>The longest directory that is named there, and not only a part of its name.</summary>
    private (string Path, string Role)? FindAt(string text, int index)
    {
        foreach (var directory in _directories)
        {
            var end = index + directory.Path.Length;
            if (string.CompareOrdinal(text, index, directory.Path, 0, directory.Path.Length) == 0
                && (index == 0 || !char.IsLetterOrDigit(text[index - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return directory;
            }
        }
        return null;
    }

    private static string Slashed(string text) => text.Replace('\\', '/');
}
