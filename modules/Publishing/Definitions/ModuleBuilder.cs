using System.Text.Json.Nodes;
using Constructs;
using HashiCorp.Cdktf;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Functions;
using Orchestrator.Modules.State;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using AwsProvider = HashiCorp.Cdktf.Providers.Aws.Provider;

namespace Orchestrator.Modules.Publishing;

/// <summary>Takes down what a definition says of its module.</summary>
internal sealed class ModuleBuilder
{
    private readonly string _name;
    private readonly TerraformStack _stack;
    private readonly List<VariableAttribute> _variables = [];
    private readonly List<ModuleCondition> _conditions = [];
    private readonly List<DataSource> _dataSources = [];
    private readonly List<ResourceCondition> _resourceConditions = [];
    private readonly Dictionary<string, Expression> _made = [];
    private readonly Dictionary<string, Expression> _repeated = [];
    private readonly Dictionary<string, Expression> _locals = [];

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly Func<FunctionArchitecture, FunctionPackage> _packages;

    /// <summary>A module in an app of CDKTF.</summary>
    /// <param name="app">The app.</param>
    /// <param name="name">The module's name.</param>
    /// <param name="packages">Gives the zip of the sync function for an architecture.</param>
    internal ModuleBuilder(App app, string name, Func<FunctionArchitecture, FunctionPackage> packages)
    {
        _packages = packages;
        _name = name;
        _stack = Kernel.NewStack(app, name);
        var model = StackModel.Of(_stack);
        model.IsChecked = false;
        model.IsModule = true;
        TerraformSettings.Apply(_stack, name, new BackendProps());
        // CDKTF wants one; a module has the provider of its caller.
        Kernel.Create<AwsProvider.AwsProvider>(_stack, "aws", new AwsProvider.AwsProviderConfig());
    }

    /// <summary>Where its constructs are made, under the id <see cref="Symbols.Name"/>.</summary>
    internal Construct Scope => _stack;

    /// <summary>What its symbols stand for.</summary>
    internal Symbols Symbols { get; } = new();

    /// <summary>Its variables.</summary>
    internal IReadOnlyList<VariableAttribute> Variables => _variables;

    /// <summary>What holds between its variables.</summary>
    internal IReadOnlyList<ModuleCondition> Conditions => _conditions;

    /// <summary>What it asks AWS about.</summary>
    internal IReadOnlyList<DataSource> DataSources => _dataSources;

    /// <summary>What holds between its variables and what AWS has.</summary>
    internal IReadOnlyList<ResourceCondition> ResourceConditions => _resourceConditions;

    /// <summary>When resources are made that are not always.</summary>
    internal IReadOnlyDictionary<string, Expression> Made => _made;

    /// <summary>What resources are made for that are made for other keys than those of a collection.</summary>
    internal IReadOnlyDictionary<string, Expression> Repeated => _repeated;

    /// <summary>Its local values, by name.</summary>
    internal IReadOnlyDictionary<string, Expression> Locals => _locals;

    /// <summary>Files that its code names, by their names beside it: where each is here.</summary>
    internal IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>The zip of the sync function, which the module brings with it.</summary>
    internal FunctionPackage AddPackage(FunctionArchitecture architecture)
    {
        var package = _packages(architecture);
        _files[Path.GetFileName(package.Path)] = package.Path;
        return package;
    }

    /// <summary>Adds a variable that no property stands for.</summary>
    internal void Add(VariableAttribute variable) => _variables.Add(variable);

    /// <summary>Adds the variable <c>name</c>.</summary>
    internal void AddName(string description, Constraint constraint, string rule) =>
        Add(new VariableAttribute("name", ScalarType.Text with { Constraints = [(constraint, rule)] }, true, null, description));

    /// <summary>Adds a variable that holds secrets by keys of the caller's choice, which other variables name; <see cref="ModuleShape.Secrets"/> says where.</summary>
    internal void AddSecrets(string name, string description) =>
        Add(new VariableAttribute(name, new MapType(ScalarType.Text with { IsSecret = true }, VariableReader.Singular(name)), false, new JsonObject(), description));

    /// <summary>Adds a variable for each property of a record of props, and gives the record whose values are those variables.</summary>
    internal TProps Read<TProps>(ModuleShape shape)
    {
        var (props, variables) = new VariableReader(Symbols, shape).Read(typeof(TProps));
        _variables.AddRange(variables);
        return (TProps)props;
    }

    /// <summary>Adds a variable that is a map of records of props; gives the symbol of a key and the record that stands for each of them.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="description">What it is.</param>
    /// <param name="shape">How the records differ from the props.</param>
    /// <param name="elementName">What an element is called; the variable's name in the singular unless given.</param>
    internal (string Key, TProps Props) ReadMap<TProps>(string name, string description, ModuleShape shape, string? elementName = null)
    {
        var (key, props, variable) = new VariableReader(Symbols, shape).ReadMap(typeof(TProps), name, elementName ?? VariableReader.Singular(name), description);
        _variables.Add(variable);
        return (key, (TProps)props);
    }

    /// <summary>Adds a variable that is an object with an attribute for each property of a record of props, null unless it is given; gives the record.</summary>
    internal TProps ReadObject<TProps>(string name, string description, ModuleShape shape)
    {
        var (props, variable) = new VariableReader(Symbols, shape).ReadObject(typeof(TProps), name, description);
        _variables.Add(variable);
        return (TProps)props;
    }

    /// <summary>Adds an output.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value.</param>
    /// <param name="description">What it is.</param>
    /// <param name="dependsOn">The addresses of what must be made before it is known; nothing more unless given.</param>
    internal void AddOutput(string name, Value<string> value, string description, params IReadOnlyList<string> dependsOn)
    {
        var output = Kernel.Create<TerraformOutput>(_stack, name, new TerraformOutputConfig { Value = Emit.Text(value)!, Description = description });
        if (dependsOn.Count > 0)
        {
            Kernel.Override(output, "depends_on", dependsOn.ToArray());
        }
    }

    /// <summary>Adds an output with an attribute of each resource that is made for an element of a collection.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="address">The resources' address in the module, <c>aws_lb_listener.this</c>.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="description">What it is.</param>
    /// <param name="dependsOn">The addresses of what must be made before it is known; nothing more unless given.</param>
    internal void AddOutputOfEach(string name, string address, string attribute, string description, params IReadOnlyList<string> dependsOn) =>
        AddOutput(name, Expression.Of($"{{ for key, resource in {address} : key => resource.{attribute} }}"), description, dependsOn);

    /// <summary>Adds a condition on variables, as a validation of one of them.</summary>
    /// <param name="rule">The rule that it comes from, whose words are the message.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="violation">Variables that break it, over those of the complete example; JSON.</param>
    internal void Require(string rule, string variable, string condition, string violation) =>
        _conditions.Add(new($"{RuleCatalogue.Get(rule).Statement} ({rule})", rule.ToLowerInvariant(), variable, condition, violation));

    /// <summary>Adds what rules ask of properties together, as validations. Each is one of the last of the variables that it is about: so no two look at each other, which Terraform refuses.</summary>
    /// <param name="props">The properties that are variables.</param>
    /// <param name="general">Makes a condition on all of a collection of one on an element.</param>
    /// <param name="violation">Gives variables that break it, over those of the complete example, for a rule, a property and the number of those with both before it; JSON.</param>
    internal void RequireRules<TProps>(TProps props, Func<Syntax, Syntax> general, Func<string, string, int, string> violation)
        where TProps : IProps
    {
        foreach (var rule in RuleCatalogue.All.Where(rule => rule.Level == Level.Error))
        {
            foreach (var (property, requirements) in rule.Requirements.Where(requirement => requirement.Declared == typeof(TProps)).GroupBy(requirement => requirement.Property).Select(group => (group.Key, group.ToList())))
            {
                foreach (var (index, requirement) in requirements.Index())
                {
                    if (requirement.IsMetBy(props).Expression is { } condition)
                    {
                        var whole = general(condition.Syntax);
                        Require(rule.Id, VariablesIn(whole).MaxBy(name => _variables.FindIndex(variable => variable.Name == name))!, Printer.Loops(whole), violation(rule.Id, property, index));
                    }
                }
            }
        }
    }

    private static IEnumerable<string> VariablesIn(Syntax syntax) =>
        syntax is AttributeSyntax { Target: NameSyntax { Name: "var" } } variable ? [variable.Name] : syntax.Parts().SelectMany(VariablesIn);

    /// <summary>Adds a condition that only a module has.</summary>
    /// <param name="name">What the test of it is called.</param>
    /// <param name="message">What the user reads.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="violation">Variables that break it, over those of the complete example; JSON.</param>
    internal void Require(string name, string message, string variable, string condition, string violation) => _conditions.Add(new(message, name, variable, condition, violation));

    /// <summary>Adds what holds of all tags.</summary>
    internal void RequireTags()
    {
        const string Condition = "length(TAGS) <= 47 && alltrue([for key, value in TAGS : !startswith(lower(key), \"aws:\") && length(key) <= 128 && try(length(value) <= 256, true)])";
        foreach (var variable in _variables.ToList())
        {
            if (variable is { Name: "tags", Type: MapType })
            {
                Require("TAG346", "tags", Condition.Replace("TAGS", "var.tags", StringComparison.Ordinal), """{ "tags": { "aws:team": "shop" } }""");
            }
            else if (variable.Type is MapType { Element: ObjectType { Attributes: var attributes } } map && attributes.Any(attribute => attribute is { Name: "tags", Type: MapType }))
            {
                var example = ModuleText.Example(_name, "complete")[variable.Name]!.AsObject();
                var (key, element) = example.First();
                var broken = element!.DeepClone().AsObject();
                broken["tags"] = new JsonObject { ["aws:team"] = "shop" };
                Require("TAG346", variable.Name, $"alltrue([\n  for {map.ElementName} in var.{variable.Name} : {Condition.Replace("TAGS", $"{map.ElementName}.tags", StringComparison.Ordinal)}\n])", new JsonObject { [variable.Name] = new JsonObject(example.Select(entry => KeyValuePair.Create(entry.Key, entry.Key == key ? (JsonNode?)broken : entry.Value!.DeepClone()))) }.ToJsonString());
            }
        }
    }

    /// <summary>Adds a data source, for conditions on what exists already.</summary>
    internal void Add(DataSource dataSource) => _dataSources.Add(dataSource);

    /// <summary>Adds a condition on what AWS has.</summary>
    /// <param name="rule">The rule that it comes from.</param>
    /// <param name="condition">The condition. It is told in the words of the rule unless it has its own.</param>
    internal void Require(string rule, ResourceCondition condition) => _resourceConditions.Add(condition with
    {
        Message = $"{condition.Message ?? RuleCatalogue.Get(rule).Statement} ({rule})",
        Name = rule.ToLowerInvariant(),
    });

    /// <summary>Has a resource made only where a condition holds that is known before anything is made; where the condition is about an element, only for those of which it holds.</summary>
    internal void MakeOnlyWhere(string address, Value<bool> condition) => _made[address] = condition.Expression!;

    /// <summary>Has a block of a resource there only where a condition holds.</summary>
    internal void MakeBlockOnlyWhere(string address, string block, Value<bool> condition) => _made[$"{address}.{block}"] = condition.Expression!;

    /// <summary>Has a block of a resource there always, also where all that it says may be left out: the provider takes one that is not there for one that is to stay.</summary>
    internal void MakeBlockAlways(string address, string block) => MakeBlockOnlyWhere(address, block, Generalizer.Always);

    /// <summary>Gives a value that is used more than once a name.</summary>
    /// <param name="name">The name of the local value.</param>
    /// <param name="value">The value.</param>
    /// <param name="key">The symbol of a key where the value is one of an element: then the local value is a map by those keys.</param>
    internal Expression AddLocal<T>(string name, Value<T> value, string? key = null)
        where T : notnull
    {
        _locals[name] = key is null ? new(value.Syntax()) : Generalizer.MapOfEach(Symbols.Of(key), value.Syntax());
        return Expression.Of(key is null ? $"local.{name}" : $"local.{name}[{key}]");
    }

    /// <summary>Has a resource made for each key of a map.</summary>
    internal void Repeat(string address, Expression map) => _repeated[address] = map;
}
