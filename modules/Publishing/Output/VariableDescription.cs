using System.Text;

namespace Orchestrator.Modules.Publishing;

/// <summary>What is said of a variable: its own meaning and that of everything in it.</summary>
internal static class VariableDescription
{
    /// <summary>The description; of an object's attributes a list follows.</summary>
    internal static string Of(VariableAttribute variable)
    {
        var text = new StringBuilder();
        AppendAttributes(variable.Type, "", text);
        return text.Length == 0 ? variable.Description : $"{variable.Description}\n\n{text}";
    }

    private static void AppendAttributes(VariableType type, string indent, StringBuilder text)
    {
        switch (type)
        {
            case ListType list:
                AppendAttributes(list.Element, indent, text);
                break;
            case MapType map:
                AppendAttributes(map.Element, indent, text);
                break;
            case ObjectType record:
                foreach (var attribute in record.Attributes)
                {
                    text.Append($"{indent}- `{attribute.Name}`{(attribute.IsRequired ? " (required)" : "")}: {attribute.Description}\n");
                    AppendAttributes(attribute.Type, $"{indent}  ", text);
                }
                break;
        }
    }
}
