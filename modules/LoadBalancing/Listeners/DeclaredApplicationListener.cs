using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A listener that a manifest declares, before it is constructed.</summary>
/// <param name="name">Its load balancer's name, a dot, and its own.</param>
/// <param name="props">Gives what it was declared with; null where that has a mistake.</param>
internal sealed class DeclaredApplicationListener(string name, Func<ApplicationListenerProps?> props) : IApplicationListener
{
    public Value<string> Arn { get; } = Expression.Attribute("aws_lb_listener", name.Replace('.', '_'), "arn");

    public Value<ApplicationProtocol>? Protocol => props()?.Protocol;

    public override string ToString() => name;
}

/// <summary>An existing listener that a manifest gives a name.</summary>
/// <param name="name">Its load balancer's name, a dot, and its own.</param>
/// <param name="props">Gives what it was declared with; null where that has a mistake.</param>
internal sealed class DeclaredExistingListener(string name, Func<ExistingApplicationListenerProps?> props) : IApplicationListener
{
    public Value<string> Arn => props()?.Arn ?? "";

    public Value<ApplicationProtocol>? Protocol => props()?.Protocol;

    public override string ToString() => name;
}
