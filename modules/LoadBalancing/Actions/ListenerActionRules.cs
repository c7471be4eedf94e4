using System.Globalization;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of the routing actions of listeners and rules.</summary>
internal static class ListenerActionRules
{
    private const int MostTargetGroups = 5;
    private const int HighestWeight = 999;
    private const int LongestPart = 128;
    private const int LongestBody = 1024;
    private const int LongestStickiness = 604_800;
    private static readonly TextMatching RedirectPort = new("^(#\\{port\\}|[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$", 7, "\"1\" to \"65535\" or \"#{port}\"");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("LSN068", "An action is exactly one of forward, weightedForward, redirect and fixedResponse, after at most one of authenticateCognito and authenticateOidc.", "CreateListener needs exactly one routing action, the last one.", "elbv2 CreateListenerInput.DefaultActions")
            .ForAll(Each(CheckKind)),
        Rule.Error("LSN071", "A redirect changes the protocol, host, port or path, and does not lead back to its own listener.", "CreateListener rejects a redirect that changes nothing; one that leads back makes clients loop.", "elbv2 RedirectActionConfig")
            .ForAll(Each(CheckLoop)),
        Rule.Error("LSN072", "A redirect does not lead from HTTPS to HTTP.", "CreateListener rejects it.", "elbv2 RedirectActionConfig.Protocol")
            .ForAll(Each(CheckDowngrade)),
        Rule.Error("LSN073", "A redirect's protocol is HTTP or HTTPS, its port 1 to 65535, its path begins with \"/\", its query has no \"?\"; host, path and query have at most 128 characters.", "CreateListener rejects it.", "elbv2 RedirectActionConfig")
            .ForAll(Each(CheckParts))
            .Bounding((ApplicationListenerProps listener) => listener.DefaultAction.Redirect?.Protocol, new TextMatching("^(HTTP|HTTPS|#\\{protocol\\})$", 11, "\"HTTP\", \"HTTPS\" or \"#{protocol}\""))
            .Bounding((ApplicationListenerProps listener) => listener.DefaultAction.Redirect?.Port, RedirectPort)
            .Bounding((ApplicationListenerProps listener) => listener.DefaultAction.Redirect?.Path, new TextMatching("^/.*$", LongestPart, "at most 128 characters that begin with \"/\""))
            .Bounding((ApplicationListenerProps listener) => listener.DefaultAction.Redirect?.Query, new TextMatching("^([^?].*)?$", LongestPart, "at most 128 characters without the leading \"?\""))
            .Bounding((ApplicationListenerProps listener) => listener.DefaultAction.Redirect?.Host, new TextMatching("^.+$", LongestPart, "1 to 128 characters"))
            .Bounding((ApplicationListenerRuleProps rule) => rule.Action.Redirect?.Protocol, new TextMatching("^(HTTP|HTTPS|#\\{protocol\\})$", 11, "\"HTTP\", \"HTTPS\" or \"#{protocol}\""))
            .Bounding((ApplicationListenerRuleProps rule) => rule.Action.Redirect?.Port, RedirectPort)
            .Bounding((ApplicationListenerRuleProps rule) => rule.Action.Redirect?.Path, new TextMatching("^/.*$", LongestPart, "at most 128 characters that begin with \"/\""))
            .Bounding((ApplicationListenerRuleProps rule) => rule.Action.Redirect?.Query, new TextMatching("^([^?].*)?$", LongestPart, "at most 128 characters without the leading \"?\""))
            .Bounding((ApplicationListenerRuleProps rule) => rule.Action.Redirect?.Host, new TextMatching("^.+$", LongestPart, "1 to 128 characters")),
        Rule.Error("LSN074", "A fixed response has a status code 2XX, 4XX or 5XX, a body of at most 1,024 characters, and one of five content types.", "CreateListener rejects it.", "elbv2 FixedResponseActionConfig")
            .ForAll(Each(CheckResponse))
            .Bounding((ApplicationListenerProps listener) => listener.DefaultAction.FixedResponse?.StatusCode, new NumberBetween(200, 599))
            .Bounding((ApplicationListenerRuleProps rule) => rule.Action.FixedResponse?.StatusCode, new NumberBetween(200, 599)),
        Rule.Error("LSN075", "A weighted forward has 1 to 5 different target groups with weights from 0 to 999, one of them above 0, and a stickiness of 1 to 604,800 seconds.", "CreateListener rejects it; with all weights at 0 every request fails.", "elbv2 TargetGroupTuple; quotas of Application Load Balancers")
            .ForAll(CheckAllWeights)
            .Bounding((ApplicationListenerProps listener) => listener.DefaultAction.WeightedForward?.StickinessSeconds, new NumberBetween(1, LongestStickiness, "seconds"))
            .Bounding((ApplicationListenerRuleProps rule) => rule.Action.WeightedForward?.StickinessSeconds, new NumberBetween(1, LongestStickiness, "seconds")),
    ];

    private static Action<Model, Report> Each(Action<PlacedAction, Report> check) => (model, report) =>
    {
        foreach (var placed in PlacedAction.In(model))
        {
            check(placed, report.At(placed.Place));
        }
    };

    private static void CheckAllWeights(Model model, Report report)
    {
        Each(CheckWeights)(model, report);
        foreach (var listener in model.Of<NetworkListenerProps>())
        {
            if (listener.Props.WeightedForward is { } forward)
            {
                CheckWeights("weightedForward", forward, report.At(listener));
            }
        }
    }

    private static void CheckKind(PlacedAction placed, Report report)
    {
        var action = placed.Action;
        var routes = Named(("forward", action.Forward), ("weightedForward", action.WeightedForward), ("redirect", action.Redirect), ("fixedResponse", action.FixedResponse));
        if (routes.Count != 1)
        {
            report.Add(placed.Property, routes.Count == 0 ? "does nothing" : "does several things", routes.Count == 0 ? null : string.Join(" and ", routes), "exactly one of forward, weightedForward, redirect, fixedResponse", routes.Count == 0 ? "add one" : "keep one");
        }
        if (action is { AuthenticateCognito: not null, AuthenticateOidc: not null })
        {
            report.Add(placed.Property, "authenticates twice", "authenticateCognito and authenticateOidc", "at most one of the two", "keep one");
        }
    }

    private static List<string> Named(params (string Name, object? Value)[] kinds) => [.. kinds.Where(kind => kind.Value is not null).Select(kind => kind.Name)];

    private static void CheckLoop(PlacedAction placed, Report report)
    {
        if (placed.Action.Redirect is not { } redirect || placed.Protocol is not { } protocol)
        {
            return;
        }
        var changesPath = redirect.Path is not null && !redirect.Path.Is("/#{path}");
        var changesHost = redirect.Host is not null && !redirect.Host.Is("#{host}");
        if (!changesHost && !changesPath && IsSame(redirect.Protocol, "#{protocol}", protocol.ToString()) && IsSame(redirect.Port, "#{port}", placed.Port?.ToString()))
        {
            var listener = placed.Port is null ? $"{protocol}" : $"{protocol} on port {placed.Port}";
            report.Add($"{placed.Property}.redirect", "leads back to its own listener", listener, "another protocol, host, port or path", protocol.Is(ApplicationProtocol.Http) ? "set what should change, for example protocol: HTTPS and port: \"443\"" : "set the host, port or path that it should lead to");
        }
    }

    /// <summary>Whether a part of the URL stays as the listener has it.</summary>
    private static bool IsSame(Value<string>? part, string placeholder, string? own) => part is null || part.Is(placeholder) || (own is not null && part.Is(own));

    private static void CheckDowngrade(PlacedAction placed, Report report)
    {
        if (placed.Protocol?.Is(ApplicationProtocol.Https) == true && placed.Action.Redirect?.Protocol?.Is("HTTP") == true)
        {
            report.Add($"{placed.Property}.redirect.protocol", "leads from HTTPS to HTTP", "\"HTTP\"", "\"HTTPS\" or \"#{protocol}\"", "remove it, so that the protocol stays");
        }
    }

    private static void CheckParts(PlacedAction placed, Report report)
    {
        if (placed.Action.Redirect is not { } redirect)
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
                report.Add($"{placed.Property}.redirect.{property}", "is not legal", Quoted.Of(text), allowed, "use a value that is allowed, or remove it to keep the request's own");
            }
        }
    }

    private static void CheckResponse(PlacedAction placed, Report report)
    {
        if (placed.Action.FixedResponse is not { } response)
        {
            return;
        }
        if (response.StatusCode.TryGetLiteral(out var code) && code is not ((>= 200 and <= 299) or (>= 400 and <= 599)))
        {
            report.Add($"{placed.Property}.fixedResponse.statusCode", "is out of range", $"{code}", "200 to 299 or 400 to 599", code is >= 300 and <= 399 ? "use a redirect action" : "use a status code that is allowed");
        }
        if (response.MessageBody.IsLiteral(out var body) && body.Length > LongestBody)
        {
            report.Add($"{placed.Property}.fixedResponse.messageBody", "is too long", $"{body.Length} characters", $"at most {LongestBody} characters", "shorten it, or serve the page from a target");
        }
    }

    private static void CheckWeights(PlacedAction placed, Report report)
    {
        if (placed.Action.WeightedForward is { } forward)
        {
            CheckWeights($"{placed.Property}.weightedForward", forward, report);
        }
    }

    /// <summary>Checks what divides requests, or connections, among target groups.</summary>
    internal static void CheckWeights(string path, WeightedForwardProps forward, Report report)
    {
        if (forward.TargetGroups.Count is 0 or > MostTargetGroups)
        {
            var isEmpty = forward.TargetGroups.Count == 0;
            report.Add($"{path}.targetGroups", isEmpty ? "has no target group" : "has too many target groups", isEmpty ? null : $"{forward.TargetGroups.Count}", $"1 to {MostTargetGroups}", isEmpty ? "add one, or use another action" : "divide the requests among fewer groups");
        }
        var seen = new HashSet<ITargetGroup>();
        for (var index = 0; index < forward.TargetGroups.Count; index++)
        {
            var (group, weight) = (forward.TargetGroups[index].TargetGroup, forward.TargetGroups[index].Weight);
            if (weight.TryGetLiteral(out var number) && number is < 0 or > HighestWeight)
            {
                report.Add($"{path}.targetGroups[{index}].weight", "is out of range", $"{number}", $"0 to {HighestWeight}", "keep the proportions with smaller numbers");
            }
            if (!seen.Add(group))
            {
                report.Add($"{path}.targetGroups[{index}].targetGroup", "stands twice", $"{group}", "each target group once", "add its weights up in one entry");
            }
        }
        if (forward.TargetGroups.Count > 0 && forward.TargetGroups.All(entry => entry.Weight.Is(0)))
        {
            report.Add($"{path}.targetGroups", "has no weight above 0", "0 for each", $"at least one weight of 1 to {HighestWeight}", "give one group a weight, or use a fixed response");
        }
        if (forward.StickinessSeconds.IsLiteral(out var seconds) && seconds is < 1 or > LongestStickiness)
        {
            report.Add($"{path}.stickinessSeconds", "is out of range", $"{seconds}", $"1 to {LongestStickiness} seconds", "use a duration that is allowed, or remove it to switch stickiness off");
        }
    }
}
