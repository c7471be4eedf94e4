using System.Text;

namespace Orchestrator.Modules.Names;

/// <summary>The page about names: docs/names.md.</summary>
public static class NamesPage
{
    private const string Introduction = """
        # Names in AWS

        <!-- ./orchestrator rules --names > docs/names.md -->

        What AWS wants to be unique in an account, in a region or in all of AWS is called after its stack: `STACK-NAME`. STACK is `APP-ENVIRONMENT`, for another
        stack of a manifest `APP-ENVIRONMENT-STACK`, for a stack that is composed in C# its id; NAME is what a thing is declared under, with hyphens for underscores. So
        two environments live in one account. A name that is too long for AWS is cut at its end and gets six digits that come from the whole of it; where AWS keeps a
        beginning for itself, such as `internal-`, `app-` stands before it.

        Where `name` gives a name, that is the name, and nothing is put before it. Names that two manifests give to two things are told by `check` when it gets both
        (NAME300): in one account and region, as far as the manifests say `accountId`. In a [published module](publish.md) the caller gives the whole name.

        | resource | unique in one | longest | letters, digits and | unless set | set by | source |
        |---|---|---|---|---|---|---|

        """;

    private const string Others = """

        These have no name that two stacks could both want:

        | resource | because |
        |---|---|

        """;

    /// <summary>The page as Markdown.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder(Introduction);
        foreach (var name in AwsNames.All)
        {
            page.Append($"| `{name.Type}`, `{name.Attribute}` | {name.Whole} | {name.Longest} | {(name.Signs.Length == 0 ? "" : $"`{name.Signs}`")} | {name.Default} | {KeyOf(name)} | {SourceOf(name)} |\n");
        }
        page.Append(Others);
        foreach (var resource in AwsNames.Unnamed)
        {
            page.Append($"| `{resource.Type}` | {resource.Why} |\n");
        }
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string KeyOf(AwsName name) => name.Key is null ? "" : $"`{name.Key}`";

    private static string SourceOf(AwsName name) => name.Source.Page is { } page ? $"[{name.Source.Text}]({page})" : name.Source.Text;
}
