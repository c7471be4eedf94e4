using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Findings;

/// <summary>
/// What a rule asks of the properties of a declaration: one predicate. A check evaluates it, and tells what it surely breaks; a published module, whose properties are variables, gets it
/// as a validation.
/// </summary>
/// <param name="Property">The path of the property that a violation is told at.</param>
internal abstract record Requirement(string Property)
{
    /// <summary>The kind of declaration.</summary>
    internal abstract Type Declared { get; }

    /// <summary>Whether some properties meet it: true, false, or an expression for what only Terraform can tell.</summary>
    internal abstract Value<bool> IsMetBy(IProps props);

    /// <summary>Looks for what breaks requirements on declarations of this kind.</summary>
    internal abstract void Check(Model model, Report report, IReadOnlyList<Requirement> requirements);
}

/// <summary>The same for one kind of declaration.</summary>
/// <param name="Property">The path of the property that a violation is told at.</param>
/// <param name="Predicate">What must hold.</param>
/// <param name="Tell">Tells a violation.</param>
internal sealed record Requirement<TProps>(string Property, Func<TProps, Value<bool>> Predicate, Func<TProps, Told> Tell) : Requirement(Property)
    where TProps : class, IProps
{
    internal override Type Declared => typeof(TProps);

    internal override Value<bool> IsMetBy(IProps props) => Predicate((TProps)props);

    internal override void Check(Model model, Report report, IReadOnlyList<Requirement> requirements) => model.ForEach<TProps>(declaration =>
    {
        foreach (var requirement in requirements.Cast<Requirement<TProps>>())
        {
            requirement.Check(declaration.Props, report.At(declaration));
        }
    });

    private void Check(TProps props, Report report)
    {
        if (Predicate(props).Is(false))
        {
            var told = Tell(props);
            report.Add(told.Property ?? Property, told.What, told.Got, told.Allowed, told.Fix);
        }
    }
}

/// <summary>How a violation is told.</summary>
/// <param name="What">What is wrong, as the rest of a sentence that begins with the path.</param>
/// <param name="Got">The value that was found, or null where something is missing.</param>
/// <param name="Allowed">What would have been accepted.</param>
/// <param name="Fix">What to do.</param>
/// <param name="Property">Another path than the requirement's; null for that.</param>
internal sealed record Told(string What, string? Got, string Allowed, string Fix, string? Property = null);
