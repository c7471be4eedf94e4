using System.ComponentModel;
using System.Reflection;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>
/// Tells <see cref="Verifier"/> which test is running. <c>Verify.Xunit.targets</c> puts it on a test assembly; nobody writes it by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class UseVerifyAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<MethodInfo?> Running = new();

    /// <summary>Called by xunit before each test.</summary>
    /// <param name="methodUnderTest">The test's method.</param>
    public override void Before(MethodInfo methodUnderTest) => Running.Value = methodUnderTest;

    /// <summary>Called by xunit after each test.</summary>
    /// <param name="methodUnderTest">The test's method.</param>
    public override void After(MethodInfo methodUnderTest) => Running.Value = null;

    internal static MethodInfo GetMethod() =>
        Running.Value ?? throw new InvalidOperationException(
            "No test is running here, so there is no name for the snapshot. Call Verify from a test. If this is one, its project lacks " +
            "the assembly attribute [UseVerify]: let it import Verify.Xunit.targets and do not set GenerateAssemblyInfo to false.");
}
