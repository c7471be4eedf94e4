using System.Globalization;
using System.Text;

namespace Orchestrator.Review.Plans;

/// <summary>Tells the JSON of a plan from what is given in its place by mistake, and says what to run.</summary>
internal static class PlanKind
{
    private const string Ask = "run terraform show -json PLANFILE > plan.json and review that";
    private const int SupportedMajor = 1;

    /// <summary>Looks at the first bytes.</summary>
    /// <returns>How many of them to leave out.</returns>
    internal static int Require(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("PK\u0003\u0004"u8))
        {
            throw new UnreadablePlanException($"this is the binary plan file: {Ask}");
        }
        var mark = start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var text = start[mark..].TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            throw new UnreadablePlanException("the plan is empty: terraform show -json failed, and > left an empty file; read its error, then run terraform show -json PLANFILE > plan.json again");
        }
        if (text[0] != '{')
        {
            if (text.StartsWith("[command]"u8))
            {
                throw Wrapped();
            }
            var line = Encoding.UTF8.GetString(text[..Math.Min(text.Length, 400)]);
            throw new UnreadablePlanException(
                line.Contains("Terraform", StringComparison.Ordinal) || line.Contains("OpenTofu", StringComparison.Ordinal) || line.Contains("# ", StringComparison.Ordinal)
                    ? $"this is a plan as text, for people: save it with terraform plan -out=PLANFILE, then {Ask}"
                    : $"this is not JSON: {Ask}");
        }
        return mark;
    }

    /// <summary>Looks at what comes after the JSON.</summary>
    internal static void RequireEnd(ReadOnlySpan<byte> rest)
    {
        if (rest.TrimStart(" \t\r\n"u8).StartsWith("::"u8))
        {
            throw Wrapped();
        }
    }

    /// <summary>Whether the format is one that this reader knows.</summary>
    internal static string RequireFormat(string version)
    {
        var isVersion = int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major);
        return (isVersion, major) switch
        {
            (true, SupportedMajor) => version,
            (true, < SupportedMajor) => throw new UnreadablePlanException($"the plan's format is {version}, of a Terraform before 1.1: this reads format 1; plan with Terraform 1.1 or newer"),
            (true, _) => throw new UnreadablePlanException($"the plan's format is {version}: this reads format 1; a newer review is needed for a newer format"),
            _ => throw new UnreadablePlanException("the plan's format is not told: this reads format 1, which Terraform writes since 1.1, and OpenTofu"),
        };
    }

    private static UnreadablePlanException Wrapped() =>
        new("there are lines beside the JSON that the wrapper of hashicorp/setup-terraform prints: set terraform_wrapper: false in that step, and make the plan's JSON again");

    /// <summary>Whether the members at the top are those of a plan.</summary>
    internal static void RequirePlan(IReadOnlySet<string> members, bool isWhole)
    {
        if (members.Contains("@level") || members.Contains("@message"))
        {
            throw new UnreadablePlanException($"this is the log of terraform plan -json, not the plan: save the plan with -out=PLANFILE, then {Ask}");
        }
        if (members.Contains("lineage") || members.Contains("serial"))
        {
            throw new UnreadablePlanException($"this is a state, not a plan: {Ask}");
        }
        if (isWhole && members.Contains("values") && !members.Contains("planned_values"))
        {
            throw new UnreadablePlanException($"this is a state as terraform show -json tells it without a plan file: {Ask}");
        }
        if (isWhole && !members.Contains("format_version"))
        {
            throw new UnreadablePlanException($"this JSON is no plan, it has no format_version: {Ask}");
        }
    }
}
