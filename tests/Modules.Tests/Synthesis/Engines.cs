using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Synthesis;

namespace Orchestrator.Modules.Tests.Synthesis;

/// <summary>Synthesizes with both engines and compares all files that they write, byte for byte.</summary>
internal static class Engines
{
    /// <summary>Whether manifests, synthesized together, become the same files, without the native engine having left anything to node.</summary>
    internal static void AreEqual(params IReadOnlyList<ManifestResult> manifests) =>
        AreEqual((directory, engine, replay) => Synthesizer.Write(manifests, directory, _ => Synthesized.Package, engine, replay));

    /// <summary>The same of whatever is written.</summary>
    internal static void AreEqual(Action<string, SynthesisEngine, Action<string>> write)
    {
        var native = Files(directory => write(directory, SynthesisEngine.Native, gap => Assert.Fail($"node was asked for {gap}")));
        var node = Files(directory => write(directory, SynthesisEngine.Node, _ => { }));

        Assert.Equal(node.Keys.Order(StringComparer.Ordinal), native.Keys.Order(StringComparer.Ordinal));
        Assert.All(node, file => Assert.Equal(file.Value, native[file.Key]));
    }

    /// <summary>What is written into a directory, by path from there.</summary>
    internal static Dictionary<string, string> Files(Action<string> write)
    {
        var directory = Directory.CreateTempSubdirectory("engines-");
        try
        {
            write(directory.FullName);
            // Each byte becomes a character, so that no two files pass for equal, and a difference is shown as text.
            return Directory.EnumerateFiles(directory.FullName, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(directory.FullName, file), file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
