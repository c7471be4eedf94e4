using System.Reflection;

namespace VerifyTests;

/// <summary>The name of a test's snapshots, without parameters.</summary>
internal static class SnapshotName
{
    /// <summary><c>CLASS.METHOD</c>, or <c>OUTER.CLASS.METHOD</c> in a nested class. The class is the one that runs, not a base.</summary>
    public static string Of(MethodInfo test)
    {
        var type = test.ReflectedType!;
        var outer = type.DeclaringType is { } declaring ? $"{declaring.Name}." : "";
        return $"{outer}{type.Name}.{test.Name}";
    }
}
