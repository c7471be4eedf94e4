using Orchestrator.Review.Plans;
using Orchestrator.Review.Settings;
using Orchestrator.Text;

namespace Orchestrator.Cli;

/// <summary>Plans and the files beside them, as the command line names them.</summary>
internal static class PlanFile
{
    private const int BufferSize = 128 * 1024;
    private const int LongestFile = 4 * 1024 * 1024;

    /// <summary>Reads a plan's JSON.</summary>
    /// <exception cref="Failure">It cannot be read, or is something else.</exception>
    internal static Plan Read(string file)
    {
        try
        {
            using var stream = Open(file);
            return PlanReader.Read(stream);
        }
        catch (UnreadablePlanException exception)
        {
            throw new Failure($"{(file == InputFile.StandardInput ? "standard input" : file)}: {exception.Message}");
        }
    }

    /// <summary>Reads a file that a person wrote; null where none is named.</summary>
    /// <exception cref="Failure">It cannot be read, or has mistakes: each in a line.</exception>
    internal static T? ReadBeside<T>(string? file, Func<string, string, T> read)
        where T : class
    {
        if (file is null)
        {
            return null;
        }
        try
        {
            return read(file, InputFile.ReadText(file, LongestFile));
        }
        catch (InputFileException exception)
        {
            throw new Failure($"{file} cannot be read: {exception.Message}");
        }
        catch (InvalidInputException exception)
        {
            throw new Failure(exception.Problems);
        }
    }

    private static BufferedStream Open(string file)
    {
        try
        {
            return new BufferedStream(InputFile.Open(file), BufferSize);
        }
        catch (InputFileException exception)
        {
            throw new Failure($"{file} cannot be read: {exception.Message}");
        }
    }
}
