using System.Globalization;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of the actions of listeners.</summary>
internal static class ListenerActionRules
{
    private const int MostTargetGroups = 5;
    private const int HighestWeight = 999;
    private const int LongestPart = 128;
    private const int LongestBody = 1024;
    private const int LongestStickiness = 604_800;

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("LSN068", "An action is exactly one of forward, weightedForward, redirect and fixedResponse.", "CreateListener needs exactly one routing action.", "elbv2 CreateListenerInput.DefaultActions")
            .For<ApplicationListenerProps>(CheckKind),
        Rule.Error("LSN071", "A redirect changes the protocol, host, port or path, and does not lead back to its own listener.", "CreateListener rejects a redirect that changes nothing; one that leads back makes clients loop.", "elbv2 RedirectActionConfig")
            .For<ApplicationListenerProps>(CheckLoop),
        Rule.Error("LSN072", "A redirect does not lead from HTTPS to HTTP.", "CreateListener rejects it.", "elbv2 RedirectActionConfig.Protocol")
            .For<ApplicationListenerProps>(CheckDowngrade),
        Rule.Error("LSN073", "A redirect's protocol is HTTP or HTTPS, its port 1 to 65535, its path begins with \"/\", its query has no \"?\"; host, path and query have at most 128 characters.", "CreateListener rejects it.", "elbv2 RedirectActionConfig")
            .For<ApplicationListenerProps>((listener, report) => CheckParts(listener.DefaultAction.Redirect, report)),
        Rule.Error("LSN074", "A fixed response has a status code 2XX, 4XX or 5XX, a body of at most 1,024 characters, and one of five content types.", "CreateListener rejects it.", "elbv2 FixedResponseActionConfig")
            .For<ApplicationListenerProps>((listener, report) => CheckResponse(listener.DefaultAction.FixedResponse, report)),
        Rule.Error("LSN075", "A weighted forward has 1 to 5 different target groups with weights from 0 to 999, one of them above 0, and a stickiness of 1 to 604,800 seconds.", "CreateListener rejects it; with all weights at 0 every request fails.", "elbv2 TargetGroupTuple; quotas of Application Load Balancers")
            .For<ApplicationListenerProps>((listener, report) => CheckWeights(listener.DefaultAction.WeightedForward, report)),
    ];

    private static void CheckKind(ApplicationListenerProps listener, Report report)
    {
        var action = listener.DefaultAction;
        var kinds = new[] { ("forward", (object?)action.Forward), ("weightedForward", action.WeightedForward), ("redirect", action.Redirect), ("fixedResponse", action.FixedResponse) }
            .Where(kind => kind.Item2 is not null)
            .Select(kind => kind.Item1)
            .ToList();
        if (kinds.Count != 1)
        {
            report.Add("defaultAction", kinds.Count == 0 ? "does nothing" : "does several things", kinds.Count == 0 ? null : string.Join(" and ", kinds), "exactly one of forward, weightedForward, redirect, fixedResponse", kinds.Count == 0 ? "add one" : "keep one");
        }
    }

    private static void CheckLoop(ApplicationListenerProps listener, Report report)
    {
        if (listener.DefaultAction.Redirect is not { } redirect)
        {
            return;
        }
        var changesPath = redirect.Path is not null && !redirect.Path.Is("/#{path}");
        var changesHost = redirect.Host is not null && !redirect.Host.Is("#{host}");
        if (!changesHost && !changesPath && IsSame(redirect.Protocol, "#{protocol}", listener.Protocol.ToString()) && IsSame(redirect.Port, "#{port}", listener.Port.ToString()))
        {
            report.Add("defaultAction.redirect", "leads back to its own listener", $"{listener.Protocol} on port {listener.Port}", "another protocol, host, port or path", listener.Protocol.Is(ApplicationProtocol.Http) ? "set what should change, for example protocol: HTTPS and port: \"443\"" : "set the host, port or path that it should lead to");
        }
    }

    /// <summary>Whether a part of the URL stays as the listener has it.</summary>
    private static bool IsSame(Value<string>? part, string placeholder, string own) => part is null || part.Is(placeholder) || part.Is(own);

    private static void CheckDowngrade(ApplicationListenerProps listener, Report report)
    {
        if (listener.Protocol.Is(ApplicationProtocol.Https) && listener.DefaultAction.Redirect?.Protocol?.Is("HTTP") == true)
        {
            report.Add("defaultAction.redirect.protocol", "leads from HTTPS to HTTP", "\"HTTP\"", "\"HTTPS\" or \"#{protocol}\"", "remove it, so that the protocol stays");
        }
    }

    private static void CheckParts(RedirectProps? redirect, Report report)
    {
        if (redirect is null)
        {
            return;
        }
        CheckPart("protocol", redirect.Protocol, text => text is "HTTP" or "HTTPS" or "#{protocol}", "\"HTTP\", \"HTTPS\" or \"#{protocol}\"");
        CheckPart("port", redirect.Port, text => text == "#{port}" || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535), "\"1\" to \"65535\" or \"#{port}\"");
        CheckPart("host", redirect.Host, text => text.Length is > 0 and <= LongestPart, $"1 to {LongestPart} characters");
        CheckPart("path", redirect.Path, text => text.StartsWith('/') && text.Length <= LongestPart, $"at most {LongestPart} characters that begin with \"/\"");
        CheckPart("query", redirect.Query, text => !text.StartsWith('?') && text.Length <= LongestPart, $"at most {LongestPart} characters without the leading \"?\"");

        void CheckPart(string property, Value<string>? part, Func<string, bool> isLegal, string allowed)
        {
            if (part.IsLiteral(out var text) && !isLegal(text))
            {
                report.Add($"defaultAction.redirect.{property}", "is not legal", Quoted.Of(text), allowed, "use a value that is allowed, or remove it to keep the request's own");
            }
        }
    }

    private static void CheckResponse(FixedResponseProps? response, Report report)
    {
        if (response is null)
        {
            return;
        }
        if (response.StatusCode.TryGetLiteral(out var code) && code is not ((>= 200 and <= 299) or (>= 400 and <= 599)))
        {
            report.Add("defaultAction.fixedResponse.statusCode", "is out of range", $"{code}", "200 to 299 or 400 to 599", code is >= 300 and <= 399 ? "use a redirect action" : "use a status code that is allowed");
        }
        if (response.MessageBody.IsLiteral(out var body) && body.Length > LongestBody)
        {
            report.Add("defaultAction.fixedResponse.messageBody", "is too long", $"{body.Length} characters", $"at most {LongestBody} characters", "shorten it, or serve the page from a target");
        }
    }

    private static void CheckWeights(WeightedForwardProps? forward, Report report)
    {
        if (forward is null)
        {
            return;
        }
        const string Path = "defaultAction.weightedForward";
        if (forward.TargetGroups.Count is 0 or > MostTargetGroups)
        {
            var isEmpty = forward.TargetGroups.Count == 0;
            report.Add($"{Path}.targetGroups", isEmpty ? "has no target group" : "has too many target groups", isEmpty ? null : $"{forward.TargetGroups.Count}", $"1 to {MostTargetGroups}", isEmpty ? "add one, or use another action" : "divide the requests among fewer groups");
        }
        var seen = new HashSet<ITargetGroup>();
        for (var index = 0; index < forward.TargetGroups.Count; index++)
        {
            var (group, weight) = (forward.TargetGroups[index].TargetGroup, forward.TargetGroups[index].Weight);
            if (weight.TryGetLiteral(out var number) && number is < 0 or > HighestWeight)
            {
                report.Add($"{Path}.targetGroups[{index}].weight", "is out of range", $"{number}", $"0 to {HighestWeight}", "keep the proportions with smaller numbers");
            }
            if (!seen.Add(group))
            {
                report.Add($"{Path}.targetGroups[{index}].targetGroup", "stands twice", $"{group}", "each target group once", "add its weights up in one entry");
            }
        }
        if (forward.TargetGroups.Count > 0 && forward.TargetGroups.All(entry => entry.Weight.Is(0)))
        {
            report.Add($"{Path}.targetGroups", "has no weight above 0", "0 for each", $"at least one weight of 1 to {HighestWeight}", "give one group a weight, or use a fixed response");
        }
        if (forward.StickinessSeconds.IsLiteral(out var seconds) && seconds is < 1 or > LongestStickiness)
        {
            report.Add($"{Path}.stickinessSeconds", "is out of range", $"{seconds}", $"1 to {LongestStickiness} seconds", "use a duration that is allowed, or remove it to switch stickiness off");
        }
    }
}
