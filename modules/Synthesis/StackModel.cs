using System.Runtime.CompilerServices;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

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

    private Version _provider = ProviderAttributes.Lowest;
    private VersionConstraint? _providerBounds;

    private StackModel(TerraformStack stack) => _stack = stack;

    /// <summary>Everything that the stack's constructs declare.</summary>
    public Model Model { get; } = new();

    /// <summary>The stack's name.</summary>
    internal string Name => Place.Of(_stack).Path;

    /// <summary>The constructs of the stack, and of those that it is wired with, for what refers to them.</summary>
    internal MadeConstructs Made { get; private set; } = new();

    /// <summary>The addresses of the resources that the stack's constructs make.</summary>
    internal HashSet<string> Addresses { get; } = [];

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
        Model.StackName = IsModule ? null : Name;
        var suppressions = _suppressions.Select((suppression, index) => ($"suppressions[{index}]", suppression)).ToList();
        return Suppressions.Apply(Checker.Check(Model), suppressions, today ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)).Remaining;
    }

    /// <summary>Sets attributes of a resource that is made in the stack, whatever its construct says: what no construct has a property for yet.</summary>
    /// <param name="address">The resource's type and name: <c>aws_lb.web</c>.</param>
    /// <param name="attributes">
    /// The attributes, by their paths in it: <c>access_logs.prefix</c>. As in CDKTF, a map is merged with what is there, a list appended to it, anything else replaces it; a number in a path is a place in a list.
    /// </param>
    public void Override(string address, IReadOnlyDictionary<string, RawValue> attributes)
    {
        var props = new OverridesProps { Overrides = new Dictionary<string, IReadOnlyDictionary<string, RawValue>> { [address] = attributes } };
        Model.Add($"{Name}.{address}", address, null, props);
        Set(props);
    }

    /// <summary>Sets attributes that have been checked.</summary>
    internal void Set(IOverrides overrides)
    {
        foreach (var (address, attributes) in overrides.Overrides)
        {
            foreach (var (path, value) in attributes)
            {
                Kernel.Override(_stack, $"resource.{address}.{path}", Emit.Raw(value));
            }
        }
        foreach (var (_, version) in ProviderRules.VersionsOf(overrides))
        {
            RequireProvider(version);
        }
    }

    /// <summary>Has Terraform take over what is there already, and forget what is no longer to be in the state.</summary>
    internal void Adopt(IEnumerable<(string To, Value<string> From)> moved, IEnumerable<(string To, Value<string> Id)> imports, ValueList<string> removed)
    {
        AddBlocks("moved", moved.Select(block => new Dictionary<string, object> { ["from"] = Emit.Text(block.From)!, ["to"] = block.To }));
        AddBlocks("import", imports.Select(block => new Dictionary<string, object> { ["to"] = block.To, ["id"] = Emit.Text(block.Id)! }));
        AddBlocks("removed", removed.Select(from => new Dictionary<string, object> { ["from"] = Emit.Text(from)!, ["lifecycle"] = new Dictionary<string, object> { ["destroy"] = false } }));
    }

    private void AddBlocks(string kind, IEnumerable<Dictionary<string, object>> blocks)
    {
        object[] all = [.. blocks];
        if (all.Length > 0)
        {
            Kernel.Override(_stack, kind, all);
        }
    }

    /// <summary>Says which versions of the AWS provider there may be.</summary>
    internal void BoundProvider(VersionConstraint bounds)
    {
        _providerBounds = bounds;
        SetProvider();
    }

    /// <summary>Asks for the version of the AWS provider that has all that is declared.</summary>
    internal void RequireProvider(IProps props)
    {
        foreach (var (_, since) in NewerSettings.In(props))
        {
            RequireProvider(since.Version);
        }
    }

    private void RequireProvider(Version version)
    {
        if (version > _provider)
        {
            _provider = version;
            SetProvider();
        }
    }

    private void SetProvider()
    {
        if (_providerBounds is { } bounds)
        {
            Kernel.Override(_stack, "terraform.required_providers.aws", new Dictionary<string, object> { ["source"] = TerraformSettings.AwsProvider, ["version"] = bounds.From(_provider) });
        }
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
