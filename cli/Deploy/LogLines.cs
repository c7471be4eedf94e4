using System.Text;

namespace Orchestrator.Cli.Deploy;

/// <summary>Follows a file that another process writes.</summary>
/// <param name="file">The file; it need not be there yet.</param>
/// <param name="said">Gets each line once it is whole.</param>
internal sealed class LogLines(string file, Action<string>? said) : IDisposable
{
    private readonly StringBuilder _line = new();
    private StreamReader? _reader;

    public void Dispose() => _reader?.Dispose();

    /// <summary>Shows what has come since.</summary>
    internal void Show()
    {
        if (said is null || (_reader is null && !File.Exists(file)))
        {
            return;
        }
        _reader ??= new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.UTF8);
        for (var next = _reader.Read(); next >= 0; next = _reader.Read())
        {
            if (next != '\n')
            {
                _line.Append((char)next);
                continue;
            }
            said(_line.ToString());
            _line.Clear();
        }
    }
}
