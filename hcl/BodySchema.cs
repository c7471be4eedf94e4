using System.Text.Json.Nodes;

namespace Orchestrator.Hcl;

/// <summary>What tells blocks from attributes in a body, and how the strings of its attributes are read.</summary>
internal sealed class BodySchema
{
    private static readonly BodySchema Empty = new();

    private readonly IReadOnlyDictionary<string, BlockSchema> _blocks;
    private readonly IReadOnlyDictionary<string, Reading> _readings;
    private readonly Reading _default;

    internal BodySchema(IReadOnlyDictionary<string, BlockSchema>? blocks = null, IReadOnlyDictionary<string, Reading>? readings = null, Reading reading = Reading.Template)
    {
        _blocks = blocks ?? new Dictionary<string, BlockSchema>();
        _readings = readings ?? new Dictionary<string, Reading>();
        _default = reading;
    }

    /// <summary>The block of a name; null where the name is an attribute's.</summary>
    internal BlockSchema? Block(string name) => _blocks.GetValueOrDefault(name);

    /// <summary>How the strings of an attribute are read.</summary>
    internal Reading ReadingOf(string attribute) => _readings.GetValueOrDefault(attribute, _default);

    /// <summary>A body as the provider's schema describes it: its blocks by name, each with its own.</summary>
    internal static BodySchema Of(JsonObject blocks) => blocks.Count == 0 ? Empty : new(Blocks(blocks));

    /// <summary>The body of a resource or a data source: the provider's blocks and Terraform's own.</summary>
    internal static BodySchema OfResource(JsonObject blocks)
    {
        var all = Blocks(blocks);
        var condition = new BlockSchema(Empty);
        all["lifecycle"] = new BlockSchema(new(
            new Dictionary<string, BlockSchema> { ["precondition"] = condition, ["postcondition"] = condition },
            new Dictionary<string, Reading> { ["ignore_changes"] = Reading.Expression, ["replace_triggered_by"] = Reading.Expression }));
        all["timeouts"] = new BlockSchema(Empty);
        return new BodySchema(all, new Dictionary<string, Reading> { ["depends_on"] = Reading.Expression, ["provider"] = Reading.Expression });
    }

    private static Dictionary<string, BlockSchema> Blocks(JsonObject blocks)
    {
        var all = blocks.ToDictionary(block => block.Key, block => new BlockSchema(Of(block.Value!.AsObject())));
        if (all.Count > 0)
        {
            all["dynamic"] = new BlockSchema(new(all.Keys.ToDictionary(name => name, name => DynamicBlock(all[name]))), IsDynamic: true);
        }
        return all;
    }

    private static BlockSchema DynamicBlock(BlockSchema block) => new(new(
        new Dictionary<string, BlockSchema> { ["content"] = block },
        new Dictionary<string, Reading> { ["iterator"] = Reading.Expression }));
}

/// <summary>A kind of block.</summary>
/// <param name="Body">What is in it.</param>
/// <param name="Labels">How many labels it has.</param>
/// <param name="IsDynamic">Whether the one label names the block that it repeats.</param>
internal sealed record BlockSchema(BodySchema Body, int Labels = 0, bool IsDynamic = false);
