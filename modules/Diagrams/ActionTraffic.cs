using Orchestrator.Diagram;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Diagrams;

/// <summary>What an action does with a request.</summary>
internal static class ActionTraffic
{
    /// <summary>Draws an action of a listener, or of one of its rules.</summary>
    /// <param name="listener">The listener.</param>
    /// <param name="from">The node that has the action.</param>
    /// <param name="action">The action.</param>
    /// <param name="when">When it is taken; null for always.</param>
    /// <param name="graph">The picture.</param>
    internal static void Draw(Declaration listener, string from, ListenerAction action, string? when, TrafficGraph graph)
    {
        var login = Lines(when, action.AuthenticateCognito is not null || action.AuthenticateOidc is not null ? "after login" : action.JwtValidation is not null ? "with a valid token" : null);
        if (action.Forward is { } group)
        {
            var alternate = graph.AlternateOf(group);
            graph.Connect(from, TargetTraffic.Draw(group, graph), Lines(login, alternate is null ? null : "blue"));
            if (alternate is not null)
            {
                graph.Connect(from, TargetTraffic.Draw(alternate, graph), Lines(login, "green"));
            }
        }
        foreach (var entry in action.WeightedForward?.TargetGroups ?? [])
        {
            graph.Connect(from, TargetTraffic.Draw(entry.TargetGroup, graph), Lines(login, graph.AlternateOf(entry.TargetGroup) is not null ? "blue" : graph.IsAlternate(entry.TargetGroup) ? "green" : $"weight {entry.Weight}"));
        }
        if (action.Redirect is { } redirect)
        {
            var target = SiblingOf(listener, redirect) ?? graph.Add($"{from}.redirect", TrafficKind.Target, Destination(redirect));
            graph.Connect(from, target, Lines(when, redirect.StatusCode.Is(RedirectStatusCode.Temporary) ? "redirect 302" : "redirect 301"));
        }
        if (action.FixedResponse is { } response)
        {
            graph.Connect(from, graph.Add($"{from}.response", TrafficKind.Target, $"responds {response.StatusCode}"), login);
        }
    }

    private static string? Lines(params ReadOnlySpan<string?> lines) => string.Join('\n', lines.ToArray().OfType<string>().Where(line => line.Length > 0)) is { Length: > 0 } text ? text : null;

    /// <summary>The listener of the same load balancer that a redirect leads to; null where it leads elsewhere.</summary>
    private static string? SiblingOf(Declaration listener, RedirectProps redirect) =>
        listener is Declaration<ApplicationListenerProps> own && (redirect.Host is null || redirect.Host.Is("#{host}"))
            ? listener.Parent?.Children.OfType<Declaration<ApplicationListenerProps>>()
                .FirstOrDefault(other => other != own && Changed(redirect.Protocol, "#{protocol}", own.Props.Protocol) == $"{other.Props.Protocol}" && Changed(redirect.Port, "#{port}", own.Props.Port) == $"{other.Props.Port}")?.Path
            : null;

    private static string Changed(Value<string>? part, string same, object own) => part is null || part.Is(same) ? $"{own}" : $"{part}";

    /// <summary>The URL; what stays as it was in the request is an ellipsis.</summary>
    private static string Destination(RedirectProps redirect) =>
        $"{Part(redirect.Protocol, "#{protocol}").ToLowerInvariant()}://{Part(redirect.Host, "#{host}")}{(redirect.Port is null || redirect.Port.Is("#{port}") ? "" : $":{redirect.Port}")}{(redirect.Path is null || redirect.Path.Is("/#{path}") ? "/…" : $"{redirect.Path}")}";

    private static string Part(Value<string>? part, string same) => part is null || part.Is(same) ? "…" : $"{part}";
}
