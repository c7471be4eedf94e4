using System.Text;
using System.Text.Json;

namespace Orchestrator.Modules.Tests.Iam;

/// <summary>JSON that Terraform completes.</summary>
internal static class TerraformStrings
{
    private const string Opening = "${jsonencode(";

    /// <summary>The JSON with each expression as a string in its place, <c>aws_s3_bucket.shop.arn</c>, so that it can be read without Terraform.</summary>
    internal static string WithoutExpressions(string text)
    {
        var result = new StringBuilder();
        var index = 0;
        for (var start = text.IndexOf(Opening, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Opening, index, StringComparison.Ordinal))
        {
            var end = EndOf(text, start + 2);
            result.Append(text, index, start - index);
            result.Append(JsonSerializer.Serialize(text[(start + Opening.Length)..(end - 1)].Trim('"')));
            index = end + 1;
        }
        return result.Append(text, index, text.Length - index).ToString();
    }

    /// <summary>The index of the brace that closes an interpolation.</summary>
    private static int EndOf(string text, int index)
    {
        for (var depth = 1; ; index++)
        {
            depth += text[index] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return index;
            }
        }
    }
}
