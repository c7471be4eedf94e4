namespace Orchestrator.Cli.Deploy;

/// <summary>That one process at a time plans or applies a stack in a directory of plans. Where it is killed, the system lets go of it.</summary>
internal sealed class StackLock : IDisposable
{
    private readonly FileStream _file;

    private StackLock(FileStream file) => _file = file;

    /// <summary>Takes the lock.</summary>
    /// <param name="directory">The directory of plans.</param>
    /// <param name="stack">The stack.</param>
    /// <exception cref="Failure">Another process has it.</exception>
    internal static StackLock Take(string directory, string stack)
    {
        try
        {
            Directory.CreateDirectory(directory);
            return new(new FileStream(Path.Combine(directory, $".{stack}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose));
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException) && File.Exists(Path.Combine(directory, $".{stack}.lock")))
        {
            throw new Failure($"{stack} is being planned or applied by another process, in {directory}: wait until that has ended");
        }
    }

    public void Dispose() => _file.Dispose();
}
