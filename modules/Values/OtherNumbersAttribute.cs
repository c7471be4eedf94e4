namespace Orchestrator.Modules.Values;

/// <summary>Marks an enumeration whose members are names of numbers, and which has other numbers too that have no name.</summary>
/// <param name="least">The lowest number.</param>
/// <param name="most">The highest number.</param>
[AttributeUsage(AttributeTargets.Enum)]
internal sealed class OtherNumbersAttribute(int least, int most) : Attribute
{
    /// <summary>The lowest number.</summary>
    public int Least { get; } = least;

    /// <summary>The highest number.</summary>
    public int Most { get; } = most;
}
