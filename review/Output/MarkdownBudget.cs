using System.Text;

namespace Orchestrator.Review.Output;

/// <summary>A page of whole blocks that stays within a number of characters.</summary>
internal sealed class MarkdownBudget(int most)
{
    private readonly StringBuilder _text = new();
    private int _reserved;

    /// <summary>Keeps room for what must come at the end.</summary>
    internal void Reserve(int characters) => _reserved += characters;

    /// <summary>Adds a block if it fits.</summary>
    internal bool TryAdd(string block)
    {
        if (_text.Length + block.Length + _reserved > most)
        {
            return false;
        }
        _text.Append(block);
        return true;
    }

    /// <summary>Adds blocks in their order until one does not fit.</summary>
    /// <returns>How many are left out.</returns>
    internal int AddWhileFitting(IReadOnlyList<string> blocks)
    {
        var added = 0;
        while (added < blocks.Count && TryAdd(blocks[added]))
        {
            added++;
        }
        return blocks.Count - added;
    }

    /// <summary>The page, with an end for which there is room.</summary>
    internal string Close(string end) => _text.Append(end).ToString();
}
