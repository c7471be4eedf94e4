using System.Text.RegularExpressions;

namespace Orchestrator.Cli.Deploy;

/// <summary>Says in a line why Terraform failed, and what to do.</summary>
internal static partial class TerraformError
{
    /// <summary>What to do where nothing more can be written.</summary>
    internal const string FullDisk = "the disk is full: make room, then run the same command again";

    private const int MostDetail = 300;

    /// <summary>What is known by what it says, the most telling first.</summary>
    private static readonly (string[] Signs, string Message)[] Known =
    [
        (["no space left on device"], FullDisk),
        (["ExpiredToken", "security token included in the request is expired", "token has expired", "SSO session has expired"], "the AWS credentials have expired: sign in again, then run the same command again"),
        (["No valid credential sources found", "no EC2 IMDS role found"], "no AWS credentials were found: sign in, or set AWS_PROFILE"),
        (["InvalidClientTokenId", "SignatureDoesNotMatch", "InvalidAccessKeyId"], "AWS does not accept the credentials: sign in again, or choose another AWS_PROFILE"),
        (["Saved plan is stale", "Saved plan does not match the given state"], "Terraform says that the plan is stale: the state has changed since, by another apply or by one of this plan that did not come to its end; plan again"),
        (["Backend configuration changed", "Backend initialization required", "Backend type changed"], "the backend is another than at the last init: move the state with terraform init -migrate-state in DIRECTORY, or remove .terraform there to begin with the state that the new backend has"),
        (["does not exist.\n\nThe referenced S3 bucket", "NoSuchBucket"], $"the bucket of the state does not exist: make it with {Hint.Of("state", "bootstrap")}, or correct the backend"),
        (["Inconsistent dependency lock file", "does not match configured version constraint"], "the providers are not those of the lock file: plan again"),
    ];

    /// <summary>Whether nothing more can be written.</summary>
    internal static bool IsAboutSpace(string text) => text.Contains("no space left on device", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether no provider could be had.</summary>
    internal static bool IsAboutRegistry(string text) => text.Contains("Failed to query available provider packages", StringComparison.Ordinal) || text.Contains("Failed to install provider", StringComparison.Ordinal);

    /// <summary>The message.</summary>
    /// <param name="text">What Terraform said.</param>
    /// <param name="directory">Where it ran.</param>
    /// <param name="log">The file that holds the text; null where none does.</param>
    /// <param name="terraform">What ran.</param>
    internal static string Of(string text, string directory, string? log, Terraform terraform)
    {
        var flat = Whitespace().Replace(text, " ");
        if (LockInfo(text) is { } lockInfo)
        {
            return $"the state is locked by {lockInfo["Who"]} since {lockInfo["Created"]} ({lockInfo["Operation"]}): wait for that run to end; if it was killed, release the lock in {directory}: {terraform.Program.Command} force-unlock {lockInfo["ID"]}";
        }
        if (File.Exists(Path.Combine(directory, "errored.tfstate")))
        {
            return UnsavedState(directory, terraform);
        }
        if (Known.FirstOrDefault(entry => entry.Signs.Any(sign => text.Contains(sign, StringComparison.Ordinal) || flat.Contains(sign, StringComparison.Ordinal))) is { Message: { } message })
        {
            return message.Replace("DIRECTORY", directory);
        }
        if (RefusedCheck().Match(flat) is { Success: true } refused)
        {
            return $"the health check of {refused.Groups["address"].Value} cannot go from requests to TCP in place, for the provider holds the new check against the old one's path: declare the target group under another name and let the listeners forward to that, so that it is made beside the old one, or go on checking by request";
        }
        if (IsAboutRegistry(text))
        {
            return $"no provider registry can be reached, and no mirror on this machine has the providers: connect to a network, or name a mirror in ORCHESTRATOR_PROVIDER_MIRROR ({Detail(text)})";
        }
        return $"{Detail(text)}{(log is null ? "" : $"; all that Terraform said is in {log}")}";
    }

    /// <summary>What to do about a state that Terraform could not save.</summary>
    internal static string UnsavedState(string directory, Terraform terraform) =>
        $"an apply could not save its state, which stands in {Path.Combine(directory, "errored.tfstate")}: in that directory run {terraform.Program.Command} state push errored.tfstate, then remove the file";

    /// <summary>The first error: its title, and the first paragraph of what explains it.</summary>
    private static string Detail(string text)
    {
        var match = FirstError().Match(text);
        if (!match.Success)
        {
            return "Terraform failed without saying why";
        }
        var explanation = Whitespace().Replace(match.Groups["detail"].Value, " ").Trim();
        var title = match.Groups["title"].Value.Trim().TrimEnd('.');
        var whole = explanation.Length == 0 ? title : $"{title}: {explanation.TrimEnd('.', ':')}";
        return whole.Length > MostDetail ? $"{whole[..MostDetail].TrimEnd()} …" : whole;
    }

    private static Dictionary<string, string>? LockInfo(string text)
    {
        var index = text.IndexOf("Lock Info:", StringComparison.Ordinal);
        return index < 0 ? null : LockField().Matches(text[index..]).DistinctBy(match => match.Groups["name"].Value).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value.Trim());
    }

    [GeneratedRegex(@"^[│ ]*Error: (?<title>[^\n]*)\n(?<detail>(?:(?!\n[│ ]*\n[│ ]*(Error|Warning): )[\s\S]){0,1000})", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstError();

    [GeneratedRegex(@"^[│ ]*(?<name>ID|Who|Operation|Created|Path): +(?<value>[^\n]*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LockField();

    /// <summary>The path and the matcher of an HTTP check stay where they are left out, and the provider allows neither for TCP (aws_lb_target_group, 5.100).</summary>
    [GeneratedRegex("Attribute \"health_check\\[0\\]\\.(matcher|path)\" cannot be specified when \"health_check\\[0\\]\\.protocol\" is \"TCP\"\\.? .*?with (?<address>[^ ,]+),", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RefusedCheck();

    [GeneratedRegex(@"[\s│╷╵]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whitespace();
}
