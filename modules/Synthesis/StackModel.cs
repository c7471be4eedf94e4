using System.Runtime.CompilerServices;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.SecurityGroups;

namespace Orchestrator.Modules.Synthesis;

/// <summary>
/// What the constructs of one stack declare. CDKTF asks it when the app is synthesized: if a rule is broken at error level, the
/// synthesis fails with every finding, and nothing is written.
/// </summary>
public sealed class StackModel
{
    private static readonly ConditionalWeakTable<TerraformStack, StackModel> Known = [];

    private readonly List<SuppressionProps> _suppressions = [];
    private readonly HashSet<string> _variables = [];
    private readonly TerraformStack _stack;

    private StackModel(TerraformStack stack) => _stack = stack;

    /// <summary>Everything that the stack's constructs declare.</summary>
    public Model Model { get; } = new();

    /// <summary>The constructs of the stack, and of those that it is wired with, for what refers to them.</summary>
    internal MadeConstructs Made { get; private set; } = new();

    /// <summary>Whether CDKTF asks. A manifest has been checked before its constructs are created.</summary>
    internal bool IsChecked { get; set; } = true;

    /// <summary>Whether the stack becomes a module that is published: its variables decide what elsewhere is decided here.</summary>
    internal bool IsModule { get; set; }

    /// <summary>The model of a stack, empty at first.</summary>
    public static StackModel Of(TerraformStack stack) => Known.GetValue(stack, static stack =>
    {
        var model = new StackModel(stack);
        Kernel.AddValidation(stack, model.Validate);
        return model;
    });

    /// <summary>Suppresses findings that somebody has looked at and answers for, until a day.</summary>
    /// <param name="suppression">The rule, a construct's path such as <c>shop/web</c>, the reason and the last day.</param>
    public void Suppress(SuppressionProps suppression) => _suppressions.Add(suppression);

    /// <summary>All findings but the suppressed ones; with them a finding for each suppression that has expired or that nothing needs.</summary>
    /// <param name="today">The day that decides what has expired; today unless given.</param>
    public IReadOnlyList<Finding> Check(DateOnly? today = null)
    {
        Model.StackName = IsModule ? null : Place.Of(_stack).Path;
        var suppressions = _suppressions.Select((suppression, index) => ($"suppressions[{index}]", suppression)).ToList();
        return Suppressions.Apply(Checker.Check(Model), suppressions, today ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)).Remaining;
    }

    /// <summary>Has what is in this stack and what is in another find each other. It must come before anything is made in this one.</summary>
    internal void WireWith(StackModel other) => Made = other.Made;

    /// <summary>Declares a sensitive variable of the stack; the same one once.</summary>
    internal void AddSensitiveVariable(string name)
    {
        if (_variables.Add(name))
        {
            Kernel.Create<TerraformVariable>(_stack, $"_variable_{name}", new TerraformVariableConfig { Type = "string", Sensitive = true, Nullable = false, Description = "A secret that a listener authenticates users with." }, name);
        }
    }

    /// <summary>The construct that makes a security group, however the group was named: by the construct, or by its id's expression.</summary>
    internal ISecurityGroup Find(ISecurityGroup group) => Made.Find<SecurityGroup>(group.Id) ?? group;

    private string[] Validate() => IsChecked
        ? [.. Check().Where(finding => finding.Rule.Level == Level.Error).Select(finding => $"error {finding.Rule.Id} {finding.Message}")]
        : [];
}
