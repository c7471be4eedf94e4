using System.Text.RegularExpressions;

namespace Orchestrator.Cli.Workflows;

/// <summary>What in a workflow of GitHub lets somebody get a role of AWS who should not.</summary>
internal static partial class WorkflowChecks
{
    private const string PullRequest = "pull_request";

    /// <summary>The warnings about a job: where, and what is wrong with what to do about it.</summary>
    internal static IEnumerable<(long Line, string Message)> Of(WorkflowJob job)
    {
        if (!job.HasPermissions)
        {
            yield return (job.Line, $"job {job.Name} has the permissions that are the repository's default: write permissions: {{}} at the top, and in each job what it needs");
        }
        if (!job.GetsToken)
        {
            yield break;
        }
        var named = EventName().Matches(job.Condition).Select(match => match.Groups["event"].Value).ToList();
        var started = job.Triggers.Where(trigger => named.Count == 0 || named.Contains(trigger.Event)).ToList();
        if (started.Any(trigger => trigger.Event == "pull_request_target"))
        {
            yield return (job.Line, $"job {job.Name} may assume roles in pull_request_target, which runs for forks: start it by pull_request, where a fork gets no token");
        }
        var other = started.Where(trigger => trigger.Event is not (PullRequest or "pull_request_target")).ToList();
        if (job.Environment is null && other.Count > 0)
        {
            yield return (job.Line, $"job {job.Name} may assume roles at {Names(other)} without an environment: name one, so that its reviewers are asked and its branches are the only ones");
        }
        var open = other.Where(trigger => trigger.IsOfAnyBranch && !job.Condition.Contains("github.ref == 'refs/heads/", StringComparison.Ordinal)).ToList();
        if (job.Environment is { } environment && open.Count > 0)
        {
            yield return (job.Line, $"job {job.Name} names the environment {environment} at {Names(open)} of any branch: limit it to branches: [main], and the environment to that branch");
        }
        if (job.Environment is { } asked && started.Any(trigger => trigger.Event == PullRequest))
        {
            yield return (job.Line, $"job {job.Name} names the environment {asked} in pull requests, whose workflows anybody writes who may push a branch: let only the job after the merge name it");
        }
        foreach (var action in job.Actions)
        {
            if (!action.Uses.StartsWith("./", StringComparison.Ordinal) && !Pinned().IsMatch(action.Uses))
            {
                yield return (action.Line, $"job {job.Name} may assume roles and uses {action.Uses}, which its owner can replace: name it by its whole commit, @ and 40 hexadecimal digits");
            }
            if (action.Uses.StartsWith("actions/checkout@", StringComparison.Ordinal) && action.Settings.GetValueOrDefault("persist-credentials") != "false")
            {
                yield return (action.Line, $"job {job.Name} leaves its token in the checkout, for every later step: say persist-credentials: false");
            }
        }
    }

    private static string Names(IEnumerable<WorkflowTrigger> triggers) => string.Join(", ", triggers.Select(trigger => trigger.Event));

    [GeneratedRegex(@"github\.event_name == '(?<event>[a-z_]+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EventName();

    [GeneratedRegex(@"@[0-9a-f]{40}\z|\Adocker://.*@sha256:[0-9a-f]{64}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pinned();
}
