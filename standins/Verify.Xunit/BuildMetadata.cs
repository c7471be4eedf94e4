using System.Reflection;

namespace VerifyTests;

/// <summary>What <c>Verify.Xunit.targets</c> has written into a test assembly.</summary>
internal static class BuildMetadata
{
    public static string ProjectDirectory(Assembly tests) =>
        Find(tests, "Verify.ProjectDirectory")
        ?? throw new InvalidOperationException(
            $"{tests.GetName().Name} does not name its project's directory: let it import Verify.Xunit.targets.");

    /// <summary>Null where the project belongs to no solution.</summary>
    public static string? SolutionDirectory(Assembly tests) => Find(tests, "Verify.SolutionDirectory");

    private static string? Find(Assembly tests, string key) =>
        tests.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(metadata => metadata.Key == key)?.Value;
}
