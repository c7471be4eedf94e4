using Orchestrator.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Orchestrator.Cli.Workflows;

/// <summary>Reads workflows of GitHub. What is not as GitHub wants it counts as left out.</summary>
internal static class WorkflowReader
{
    private const int Longest = 1024 * 1024;

    /// <summary>The jobs of a file.</summary>
    /// <exception cref="Failure">It cannot be read.</exception>
    internal static IReadOnlyList<WorkflowJob> Read(string file)
    {
        IReadOnlyList<YamlDocument> documents;
        try
        {
            documents = YamlInput.Read(InputFile.ReadText(file, Longest));
        }
        catch (Exception exception) when (exception is YamlException or InputFileException)
        {
            throw new Failure($"{file} cannot be read as a workflow: {exception.Message}");
        }
        var top = documents.Count == 0 ? null : documents[0].RootNode;
        var triggers = Triggers(Member(top, "on"));
        var permissions = Member(top, "permissions");
        return [.. Entries(Member(top, "jobs")).Select(job => Job(job.Key, job.Value, triggers, permissions))];
    }

    private static WorkflowJob Job(YamlNode name, YamlNode job, IReadOnlyList<WorkflowTrigger> triggers, YamlNode? ofWorkflow)
    {
        var permissions = Member(job, "permissions") ?? ofWorkflow;
        var environment = Member(job, "environment");
        return new WorkflowJob(Text(name), name.Start.Line)
        {
            Triggers = triggers,
            Condition = Text(Member(job, "if")),
            Environment = environment is null ? null : Text(Member(environment, "name") ?? environment),
            HasPermissions = permissions is not null,
            GetsToken = Text(Member(permissions, "id-token")) == "write" || Text(permissions) == "write-all",
            Actions = [.. from step in Member(job, "steps") is YamlSequenceNode steps ? steps.Children : []
                          let uses = Member(step, "uses")
                          where uses is not null
                          select new WorkflowAction(Text(uses), uses.Start.Line, Entries(Member(step, "with")).DistinctBy(setting => Text(setting.Key)).ToDictionary(setting => Text(setting.Key), setting => Text(setting.Value)))],
        };
    }

    private static IReadOnlyList<WorkflowTrigger> Triggers(YamlNode? node) => node switch
    {
        YamlScalarNode => [new WorkflowTrigger(Text(node), [])],
        YamlSequenceNode events => [.. events.Select(each => new WorkflowTrigger(Text(each), []))],
        YamlMappingNode events => [.. events.Select(each => new WorkflowTrigger(Text(each.Key), Texts(Member(each.Value, "branches"))))],
        _ => [],
    };

    private static IReadOnlyList<string> Texts(YamlNode? node) => node switch
    {
        YamlSequenceNode texts => [.. texts.Select(Text)],
        YamlScalarNode => [Text(node)],
        _ => [],
    };

    private static YamlNode? Member(YamlNode? node, string name) => Entries(node).Where(entry => Text(entry.Key) == name).Select(entry => entry.Value).FirstOrDefault();

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Entries(YamlNode? node) => node is YamlMappingNode map ? map.Children : [];

    private static string Text(YamlNode? node) => (node as YamlScalarNode)?.Value ?? "";
}
