using System.Text;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>The <c>moved</c> blocks by which Terraform keeps what was renamed.</summary>
internal static class MovedBlocks
{
    /// <summary>What belongs together: the resources of one renamed module, or the instances of one renamed resource.</summary>
    internal static IEnumerable<IGrouping<(string From, string To), Rename>> Groups(IEnumerable<Rename> renames) => renames.GroupBy(KeyOf);

    /// <summary>The blocks of one group, in HCL.</summary>
    internal static string Of(IEnumerable<Rename> group)
    {
        var text = new StringBuilder();
        foreach (var (from, to) in group.SelectMany(Pairs).Distinct())
        {
            text.Append($"moved {{\n  from = {from}\n  to   = {to}\n}}\n");
        }
        return text.ToString();
    }

    private static (string From, string To) KeyOf(Rename rename) =>
        ModulesOf(rename) ?? ($"{rename.From.Module}.{rename.From.Type}.{rename.From.Name}", $"{rename.To.Module}.{rename.To.Type}.{rename.To.Name}");

    private static IEnumerable<(string From, string To)> Pairs(Rename rename)
    {
        if (ModulesOf(rename) is { } modules)
        {
            yield return modules;
            if (rename.From.Name == rename.To.Name && rename.From.Index == rename.To.Index)
            {
                yield break;
            }
            // The module is moved first; what is renamed inside it stands in the new one already.
            yield return ($"{rename.To.Module}.{Relative(rename.From)}", rename.To.Address);
        }
        else
        {
            yield return rename.From.Index is not null && rename.From.Index == rename.To.Index
                ? (WithoutIndex(rename.From.Address), WithoutIndex(rename.To.Address))
                : (rename.From.Address, rename.To.Address);
        }
    }

    /// <summary>The two modules where a module is renamed; null where resources are, or where one of the two is the root.</summary>
    private static (string From, string To)? ModulesOf(Rename rename)
    {
        var (from, to) = (Steps(rename.From.Module), Steps(rename.To.Module));
        while (from.Count > 0 && to.Count > 0 && from[^1] == to[^1])
        {
            from.RemoveAt(from.Count - 1);
            to.RemoveAt(to.Count - 1);
        }
        return from.Count > 0 && to.Count > 0 ? (string.Join('.', from), string.Join('.', to)) : null;
    }

    private static string Relative(ResourceChange change) => change.Module.Length == 0 ? change.Address : change.Address[(change.Module.Length + 1)..];

    private static string WithoutIndex(string address) => address.EndsWith(']') ? address[..LastBracket(address)] : address;

    private static int LastBracket(string address) => address.EndsWith("\"]", StringComparison.Ordinal) ? address.LastIndexOf("[\"", StringComparison.Ordinal) : address.LastIndexOf('[');

    /// <summary>The calls of a module's address, each with its key.</summary>
    private static List<string> Steps(string module)
    {
        var steps = new List<string>();
        var (start, quoted, depth) = (0, false, 0);
        for (var index = 0; index < module.Length; index++)
        {
            quoted ^= module[index] == '"' && depth > 0 && module[index - 1] != '\\';
            depth += quoted ? 0 : module[index] switch { '[' => 1, ']' => -1, _ => 0 };
            if (!quoted && depth == 0 && index > start && module.AsSpan(index).StartsWith(".module.", StringComparison.Ordinal))
            {
                steps.Add(module[start..index]);
                start = index + 1;
            }
        }
        if (start < module.Length)
        {
            steps.Add(module[start..]);
        }
        return steps;
    }
}
