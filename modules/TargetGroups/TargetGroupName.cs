using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>
/// Names for target groups that can be replaced: the stack's and the group's own, and six hexadecimal digits that change exactly when these do, or
/// an attribute that AWS cannot change in place. So the replacement has another name and can exist beside what it replaces.
/// </summary>
internal static class TargetGroupName
{
    /// <summary>The name of a group that has no other.</summary>
    /// <param name="props">What the group declares.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="own">The group's own name.</param>
    /// <param name="logicalId">Its name in Terraform.</param>
    /// <param name="resolve">Gives the text behind CDKTF tokens.</param>
    internal static string Of(TargetGroupProps props, string stack, string own, string logicalId, Func<string, string> resolve) =>
        Of(GeneratedName.Whole(AwsNames.TargetGroup, stack, own), [logicalId, .. Forcing(props).Select(value => value is null ? "" : resolve($"{value}"))]);

    /// <param name="name">The name before its digits; cut so that the whole is not too long.</param>
    /// <param name="forcing">What the digits come from besides the name, in a fixed order; null for what is not set.</param>
    internal static string Of(string name, params IEnumerable<string?> forcing) =>
        $"{PhysicalName.Cut(name, Room)}-{GeneratedName.DigitsOf(string.Join('\n', forcing.Select(attribute => attribute ?? "").Prepend(name)))}";

    /// <summary>The same for attributes that Terraform knows only when it runs.</summary>
    /// <param name="name">The group's own name.</param>
    /// <param name="props">What the group declares.</param>
    internal static Expression Expression(Value<string> name, TargetGroupProps props)
    {
        var identity = new ListSyntax([name.Syntax(), .. Forcing(props).OfType<IValue>().Select(value => value.Syntax())]);
        return Values.Expression.Of($"\"${{{PhysicalName.CutByTerraform(name, Room)}}}-${{substr(sha256(jsonencode({identity})), 0, {GeneratedName.Digits})}}\"");
    }

    private static int Room => AwsNames.TargetGroup.Longest - GeneratedName.Digits - 1;

    /// <summary>The attributes whose change replaces the group.</summary>
    private static IReadOnlyList<IValue?> Forcing(TargetGroupProps props) =>
        [props.TargetType, props.EffectiveProtocol, props.EffectiveProtocolVersion, props.Port, props.VpcId, props.IpAddressType];
}
