using System.Runtime.CompilerServices;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Findings;

/// <summary>A constraint: what it says, why, where it comes from, and how to check it.</summary>
/// <param name="Id">Its stable id: <c>TG045</c>. Suppressions and the documentation name it.</param>
/// <param name="Level">What breaking it means.</param>
/// <param name="Statement">What holds, in one sentence.</param>
/// <param name="Why">What happens where it does not hold.</param>
/// <param name="Source">Where the rule comes from.</param>
public sealed record Rule(string Id, Level Level, string Statement, string Why, Source Source)
{
    /// <summary>How much breaking it exposes; null for a rule that is not about security.</summary>
    public Severity? Severity { get; private init; }

    /// <summary>What scanners call it: <c>CKV_AWS_150</c> (checkov), <c>ELB.6</c> (AWS Security Hub). Empty where none looks for it.</summary>
    public IReadOnlyList<string> ScannerIds { get; private init; } = [];

    /// <summary>Whether it tells only what no other rule tells of the same place.</summary>
    internal bool IsLastResort { get; private init; }

    /// <summary>Looks for what breaks the rule. The rules of reading a manifest have none: the reader itself reports them.</summary>
    public Action<Model, Report> Check => Requirements.Count == 0 ? Own : (model, report) =>
    {
        Own(model, report);
        foreach (var ofKind in Requirements.GroupBy(requirement => requirement.Declared))
        {
            ofKind.First().Check(model, report, [.. ofKind]);
        }
    };

    /// <summary>What the rule looks for besides what its requirements say.</summary>
    private Action<Model, Report> Own { get; init; } = static (_, _) => { };

    /// <summary>What the rule asks of a single value, where that is all that it asks.</summary>
    public Constraint? Constraint { get; private init; }

    /// <summary>The kind of declaration and the property's path that <see cref="Constraint"/> is about.</summary>
    internal (Type Declared, string Path)? Constrained { get; private init; }

    /// <summary>What the rule asks of single values, alone or among other things: the kind of declaration, the property's path, the constraint.</summary>
    internal IReadOnlyList<(Type Declared, string Path, Constraint Constraint)> Bounds { get; private init; } = [];

    /// <summary>What the rule asks of every value of a kind, by the kind of what it is a property of and the property's name: null for one that it asks nothing of.</summary>
    internal Func<Type, string, Constraint?> FormOf { get; private init; } = static (_, _) => null;

    /// <summary>What the rule asks of properties together.</summary>
    internal IReadOnlyList<Requirement> Requirements { get; private init; } = [];

    /// <summary>A rule whose violation stops synthesis.</summary>
    internal static Rule Error(string id, string statement, string why, Source source) => new(id, Level.Error, statement, why, source);

    /// <summary>A rule whose violation is reported and no more.</summary>
    internal static Rule Warning(string id, string statement, string why, Source source) => new(id, Level.Warning, statement, why, source);

    /// <summary>Marks a rule about security.</summary>
    /// <param name="severity">How much breaking it exposes.</param>
    /// <param name="scannerIds">What scanners call it.</param>
    internal Rule Secures(Severity severity, params IReadOnlyList<string> scannerIds) => this with { Severity = severity, ScannerIds = scannerIds };

    /// <summary>Lets it tell only what no other rule tells of the same place.</summary>
    internal Rule AsLastResort() => this with { IsLastResort = true };

    /// <summary>Checks every declaration of one kind.</summary>
    internal Rule For<TProps>(Action<TProps, Report> check)
        where TProps : class, IProps
        => this with { Own = (model, report) => model.ForEach<TProps>(declaration => check(declaration.Props, report.At(declaration))) };

    /// <summary>Checks every declaration whose props have an interface or a base in common.</summary>
    internal Rule ForEvery<TProps>(Action<TProps, Report> check)
        where TProps : class, IProps
        => ForAll((model, report) =>
        {
            foreach (var (declaration, props) in model.With<TProps>())
            {
                check(props, report.At(declaration));
            }
        });

    /// <summary>Checks every declaration of one kind together with what it belongs to and what belongs to it.</summary>
    internal Rule ForDeclared<TProps>(Action<Declaration<TProps>, Report> check)
        where TProps : class, IProps
        => this with { Own = (model, report) => model.ForEach<TProps>(declaration => check(declaration, report.At(declaration))) };

    /// <summary>Checks the whole model at once.</summary>
    internal Rule ForAll(Action<Model, Report> check) => this with { Own = check };

    /// <summary>Asks for what a predicate on properties says, besides what else the rule asks.</summary>
    /// <param name="property">The path of the property that a violation is told at.</param>
    /// <param name="holds">What must hold.</param>
    /// <param name="tell">Tells a violation.</param>
    internal Rule Asks<TProps>(string property, Func<TProps, Value<bool>> holds, Func<TProps, Told> tell)
        where TProps : class, IProps
        => Asks(new Requirement<TProps>(property, holds, tell));

    /// <summary>The same of a requirement.</summary>
    internal Rule Asks(Requirement requirement) => this with { Constraint = null, Constrained = null, Requirements = [.. Requirements, requirement] };

    /// <summary>Asks one thing of one value. Where the value is not set or is an expression, the rule holds.</summary>
    /// <param name="value">Reads the value; the text of this lambda gives the property's path.</param>
    /// <param name="constraint">What the value must be.</param>
    /// <param name="fix">What to do; by default, to give a value that is allowed.</param>
    /// <param name="text">Filled in by the compiler.</param>
    internal Rule Requires<TProps>(
        Func<TProps, IValue?> value,
        Constraint constraint,
        string fix = "use a value that is allowed",
        [CallerArgumentExpression(nameof(value))] string text = "")
        where TProps : class, IProps
    {
        var (path, others) = (PropertyPath.Of(text), Own);
        return this with
        {
            Constraint = Bounds.Count == 0 ? constraint : null,
            Constrained = Bounds.Count == 0 ? (typeof(TProps), path) : null,
            Bounds = [.. Bounds, (typeof(TProps), path, constraint)],
            Own = (model, report) =>
            {
                others(model, report);
                model.ForEach<TProps>(declaration =>
                {
                    if (value(declaration.Props)?.Literal is { } literal && !constraint.Accepts(literal))
                    {
                        report.At(declaration).Add(path, constraint.Violation, Quoted.Of(literal), constraint.Allowed, fix);
                    }
                });
            },
        };
    }

    /// <summary>The same of values in maps and lists.</summary>
    /// <param name="path">The property's path, with <c>*</c> for any key of a map and <c>[]</c> for any element of a list.</param>
    /// <param name="constraint">What the value must be.</param>
    internal Rule Bounding<TProps>(string path, Constraint constraint)
        where TProps : class, IProps
        => this with { Bounds = [.. Bounds, (typeof(TProps), path, constraint)] };

    /// <summary>Says as data what the rule's own check asks of one value among other things, for what is made of rules.</summary>
    /// <param name="value">Reads the value; the text of this lambda gives the property's path.</param>
    /// <param name="constraint">What the value must be.</param>
    /// <param name="text">Filled in by the compiler.</param>
    internal Rule Bounding<TProps>(Func<TProps, IValue?> value, Constraint constraint, [CallerArgumentExpression(nameof(value))] string text = "")
        where TProps : class, IProps
        => Bounding<TProps>([(PropertyPath.Of(text), constraint)]);

    /// <summary>Says as data what the rule's own check asks of every value of a kind.</summary>
    /// <param name="formOf">What it asks of a value, by the kind of what it is a property of and the property's name; null for nothing.</param>
    internal Rule Forming(Func<Type, string, Constraint?> formOf) => this with { FormOf = formOf };

    /// <summary>The same for several values, by their paths.</summary>
    internal Rule Bounding<TProps>(IEnumerable<(string Path, Constraint Constraint)> bounds)
        where TProps : class, IProps
        => this with { Bounds = [.. Bounds, .. bounds.Select(bound => (typeof(TProps), bound.Path, bound.Constraint))] };
}
