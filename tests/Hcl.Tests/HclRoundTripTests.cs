using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Fluent;

namespace Orchestrator.Hcl.Tests;

/// <summary>Terraform itself reads what is written: the same values as from the JSON, and nothing to format.</summary>
public sealed class HclRoundTripTests : IDisposable
{
    private static readonly string[] Nasty =
    [
        "\"", "\\", "\\n", "$", "%", "{", "}", "$$", "%%", "$${", "%%{", "${1 + 1}", "${local.word}", "${\"a\\\"}\"}", "${upper(\"${local.word}-\")}", "%{if true}x%{else}y%{endif}", "${[1, 2][0]}", "${ { a = \"}\" }.a}",
        "\n", "\r\n", "\t", " ", "  ", "EOT", "\nEOT\n", "<<EOT", "<<-EOT\n", "#", "//", "/*", "=", " = ", "'", "`", "ä", "😀", "e\u0301", "\u200d", "\u2028", "\u0001", "\u007f", "word", "[", "]", "(", ")",
    ];

    // Terraform's JSON syntax reads no expression behind a lone carriage return, and drops a byte order mark: in templates they mean something else.
    private static readonly string[] NastyLiterals = [.. Nasty, "\r", "\ufeff", "${", "%{", "$${{", "$$$", "$$${", "%%%{", "${var.", "\\${"];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("hcl-");

    public void Dispose() => _directory.Delete(recursive: true);

    [TerraformFact]
    public void What_is_written_means_the_same_and_needs_no_formatting()
    {
        var templates = Texts(Nasty, 400);
        var literals = Texts(NastyLiterals, 400);
        var configuration = new JsonObject
        {
            ["locals"] = new JsonObject([new("word", "w"), .. templates.Select((text, index) => KeyValuePair.Create($"t{index}", (JsonNode?)Shape(index, text)))]),
            ["variable"] = new JsonObject(literals.Select((text, index) => KeyValuePair.Create($"v{index}", (JsonNode?)new JsonObject { ["description"] = text, ["default"] = Shape(index, text) }))),
            ["output"] = new JsonObject
            {
                ["templates"] = new JsonObject { ["value"] = new JsonArray([.. templates.Select((_, index) => (JsonNode)$"${{local.t{index}}}")]) },
                ["literals"] = new JsonObject { ["value"] = new JsonArray([.. literals.Select((_, index) => (JsonNode)$"${{var.v{index}}}")]) },
            },
        };

        var json = Outputs("json", "main.tf.json", configuration.ToJsonString());
        var hcl = Outputs("hcl", "main.tf", HclWriter.Write(configuration));

        Assert.Equal(Lines(json), Lines(hcl));
    }

    /// <summary>Where a string can stand: by itself, in a list, in a map under a key, in a map in a list.</summary>
    private static JsonNode Shape(int index, string text) => (index % 4) switch
    {
        0 => text,
        1 => new JsonArray(text, "after"),
        2 => new JsonObject { ["key"] = text, ["a longer key"] = 1 },
        _ => new JsonArray(new JsonObject { ["inner"] = new JsonObject { ["k"] = text } }),
    };

    private static IReadOnlyList<string> Texts(string[] pieces, int count) =>
        [.. Gen.Elements(pieces).ArrayOf().Where(chosen => ReferenceEquals(pieces, NastyLiterals) || IsTemplate(chosen)).Select(string.Concat).Sample(8, count)];

    /// <summary>Whether no expression begins by chance, where one piece meets the next, that does not end; and none of a pair of directives is escaped.</summary>
    private static bool IsTemplate(string[] pieces)
    {
        var between = string.Concat(pieces.Select(piece => piece.StartsWith("%{if") ? "<if>" : piece.Length > 2 && piece[0] is '$' or '%' && piece.Contains('{') ? "<x>" : piece));
        return !between.Contains("${") && !between.Contains("%{") && !between.Contains("%<if>");
    }

    private string Outputs(string name, string file, string text)
    {
        var directory = _directory.CreateSubdirectory(name).FullName;
        File.WriteAllText(Path.Combine(directory, file), text);
        var terraform = new TerraformDirectory(directory);
        File.Delete(Path.Combine(directory, "test_override.tf.json"));
        if (file.EndsWith(".tf", StringComparison.Ordinal))
        {
            terraform.Run("fmt", "-check", "-diff", "-no-color");
        }
        terraform.Run("init", "-input=false", "-no-color");
        terraform.Run("plan", "-input=false", "-no-color", "-out=plan");
        return terraform.Run("show", "-json", "plan");
    }

    private static IReadOnlyList<string> Lines(string plan)
    {
        using var document = JsonDocument.Parse(plan);
        var outputs = document.RootElement.GetProperty("planned_values").GetProperty("outputs");
        var variables = document.RootElement.GetProperty("configuration").GetProperty("root_module").GetProperty("variables");
        return
        [
            .. outputs.GetProperty("templates").GetProperty("value").EnumerateArray().Select(value => $"template {value.GetRawText()}"),
            .. outputs.GetProperty("literals").GetProperty("value").EnumerateArray().Select(value => $"literal {value.GetRawText()}"),
            .. variables.EnumerateObject().Select(variable => $"{variable.Name} {variable.Value.GetRawText()}"),
        ];
    }
}
