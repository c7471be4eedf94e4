using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Orchestrator.Modules.Manifest;

/// <summary>The doc comments of this assembly, which stand beside it as XML.</summary>
internal static partial class XmlDocumentation
{
    private static readonly Lazy<Dictionary<string, string>> Summaries = new(Load);

    /// <summary>A property's summary on one line, or null where it has none.</summary>
    internal static string? Summary(PropertyInfo property) => Summaries.Value.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}");

    private static Dictionary<string, string> Load()
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{typeof(XmlDocumentation).Assembly.GetName().Name}.xml");
        return XDocument.Load(file).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => Text(member.Element("summary")!));
    }

    private static string Text(XElement summary) => Spaces().Replace(string.Concat(summary.Nodes().Select(node => node switch
    {
        XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('.')[^1],
        XElement element => element.Value,
        _ => $"{node}",
    })), " ").Replace("&gt;", ">").Replace("&lt;", "<").Replace("&amp;", "&").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
