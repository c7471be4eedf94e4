namespace StandIns.Tests;

public abstract class InheritedTests
{
    [Fact]
    public async Task A_snapshot_is_named_after_the_class_that_runs() => await Verify(GetType().Name).UseDirectory("Approved");
}

public sealed class FirstInheritedTests : InheritedTests;

public sealed class SecondInheritedTests : InheritedTests;
