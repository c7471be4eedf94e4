namespace Orchestrator.Text;

/// <summary>A file that is named from outside cannot be read. The message says why, as the rest of a sentence: <c>there is no such file</c>.</summary>
public sealed class InputFileException(string message) : IOException(message);
