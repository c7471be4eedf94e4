namespace Orchestrator.Hcl;

/// <summary>The blocks at the top of Terraform's files: of configurations (<c>.tf</c>) and of tests (<c>.tftest.hcl</c>).</summary>
internal static class TerraformSchema
{
    private static readonly BodySchema Attributes = new();
    private static readonly BodySchema Literals = new(reading: Reading.Literal);
    private static readonly BlockSchema Condition = new(Attributes);
    private static readonly BlockSchema Override = new(new(readings: new Dictionary<string, Reading> { ["target"] = Reading.Expression }));

    /// <summary>The names of a kind whose blocks depend on the provider.</summary>
    internal static bool IsOfProvider(string kind) => kind is "resource" or "data";

    /// <summary>The top of a file but for resources and data sources.</summary>
    internal static BodySchema Top { get; } = new(new Dictionary<string, BlockSchema>
    {
        ["terraform"] = new(new(new Dictionary<string, BlockSchema> { ["required_providers"] = new(Literals), ["backend"] = new(Literals, Labels: 1), ["cloud"] = new(new(new Dictionary<string, BlockSchema> { ["workspaces"] = new(Literals) }, reading: Reading.Literal)) }, reading: Reading.Literal)),
        ["provider"] = new(new(new Dictionary<string, BlockSchema> { ["default_tags"] = new(Attributes), ["assume_role"] = new(Attributes), ["ignore_tags"] = new(Attributes) }), Labels: 1),
        ["variable"] = new(new(new Dictionary<string, BlockSchema> { ["validation"] = Condition }, new Dictionary<string, Reading> { ["type"] = Reading.Expression }, Reading.Literal), Labels: 1),
        ["locals"] = new(Attributes),
        ["module"] = new(new(readings: new Dictionary<string, Reading> { ["source"] = Reading.Literal, ["version"] = Reading.Literal, ["depends_on"] = Reading.Expression, ["providers"] = Reading.Expression }), Labels: 1),
        ["output"] = new(new(new Dictionary<string, BlockSchema> { ["precondition"] = Condition }, new Dictionary<string, Reading> { ["description"] = Reading.Literal, ["depends_on"] = Reading.Expression }), Labels: 1),
        ["moved"] = new(new(reading: Reading.Expression)),
        ["import"] = new(new(readings: new Dictionary<string, Reading> { ["to"] = Reading.Expression })),
        ["removed"] = new(new(new Dictionary<string, BlockSchema> { ["lifecycle"] = new(Literals) }, new Dictionary<string, Reading> { ["from"] = Reading.Expression })),
        ["check"] = new(new(new Dictionary<string, BlockSchema> { ["assert"] = Condition }), Labels: 1),
        ["mock_provider"] = new(new(new Dictionary<string, BlockSchema> { ["mock_resource"] = new(Attributes, Labels: 1), ["mock_data"] = new(Attributes, Labels: 1) }), Labels: 1),
        ["variables"] = new(Attributes),
        ["run"] = new(
            new(
                new Dictionary<string, BlockSchema> { ["variables"] = new(Attributes), ["assert"] = Condition, ["module"] = new(Literals), ["override_data"] = Override, ["override_resource"] = Override },
                new Dictionary<string, Reading> { ["command"] = Reading.Expression, ["expect_failures"] = Reading.Expression }),
            Labels: 1),
    });
}
