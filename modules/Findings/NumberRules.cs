namespace Orchestrator.Modules.Findings;

/// <summary>What holds of every number.</summary>
internal static class NumberRules
{
    /// <summary>Numbers that may be below zero: differences, and ports where -1 stands for all.</summary>
    private static readonly HashSet<(string Owner, string Property)> Signed =
    [
        ("StepProps", "LowerBound"), ("StepProps", "UpperBound"), ("StepProps", "Adjustment"), ("StepScalingProps", "Threshold"),
        ("SecurityGroupRuleProps", "Port"), ("SecurityGroupRuleProps", "FromPort"), ("SecurityGroupRuleProps", "ToPort"),
        ("UlimitProps", "SoftLimit"), ("UlimitProps", "HardLimit"), ("LinuxParametersProps", "Swappiness"), ("LinuxParametersProps", "MaxSwapMiB"),
    ];

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("NUM347", "Numbers of things, seconds and bytes are 0 or more.", "AWS rejects them in the apply.", "practice: every such number of AWS's APIs has a least value of 0 or above")
            .ForAll(Check)
            .Forming(static (owner, property) => HoldsNumbers(owner, property) && !MayBeNegative(owner, property) ? new NumberAtLeast(0) : null)
            .AsLastResort(),
    ];

    /// <summary>Whether a property may be below zero.</summary>
    internal static bool MayBeNegative(Type owner, string property) => Signed.Contains((owner.Name, property));

    private static bool HoldsNumbers(Type owner, string property) => owner.GetProperty(property)?.PropertyType is { IsGenericType: true } type && type.GetGenericArguments()[^1] == typeof(int);

    private static void Check(Model model, Report report)
    {
        foreach (var declaration in model.Declarations)
        {
            foreach (var value in declaration.Values)
            {
                if (value.Value.Literal is int number && number < 0 && !MayBeNegative(value.Owner, value.Property))
                {
                    report.At(declaration).Add(value.Path, "is below zero", $"{number}", "0 or more", "use a value that is allowed");
                }
            }
        }
    }
}
