using System.Diagnostics.CodeAnalysis;
using Constructs;
using HashiCorp.Cdktf;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Synthesis;

/// <summary>
/// A construct of this library. It declares its props to the stack's model, so that they are checked, and gives its resources stable
/// names: the main one is called as the construct is, the ids of the scopes around it before it, joined by underscores.
/// </summary>
public abstract class ModuleConstruct : Construct
{
    /// <summary>The id of the main resource inside the construct. Names begin with a letter, so nothing that is named has it.</summary>
    internal const string MainResourceId = "_resource";

    private readonly Place _place;

    /// <summary>Creates the construct and declares its props.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id, unique in the scope. It becomes part of addresses in the state: changing it replaces resources.</param>
    /// <param name="props">What it declares.</param>
    protected ModuleConstruct(Construct scope, string id, IProps props)
        : base(Kernel.CreateConstruct(scope, id)) => _place = Place.Enter(this, scope, id, props);

    /// <summary>The name of its main resource in Terraform.</summary>
    public string LogicalId => _place.LogicalId;

    /// <summary>Its own name, as names in AWS have it.</summary>
    internal string DefaultName => PhysicalName.Of(_place.Declaration!.Name);

    /// <summary>Its stack.</summary>
    internal TerraformStack Stack => _place.Stack;

    /// <summary>The name of its stack.</summary>
    internal string StackName => Place.Of(_place.Stack).Path;


    /// <summary>What all constructs of the stack share.</summary>
    internal StackModel Model => _place.Model;

    /// <summary>Declares something that has no construct of its own.</summary>
    internal void Declare(string property, string name, IProps props)
    {
        _place.Model.Model.Add($"{_place.Path}.{property}.{name}", name, _place.Declaration, props);
        _place.Model.RequireProvider(props);
    }

    /// <summary>Declares a part that has neither a construct nor a name.</summary>
    internal void DeclarePart(string property, IProps props)
    {
        _place.Model.Model.Add($"{_place.Path}.{property}", "", _place.Declaration, props);
        _place.Model.RequireProvider(props);
    }

    /// <summary>The name in AWS of what is not given one: the stack's and its own. In a module, whose caller gives the whole name, its own.</summary>
    /// <param name="kind">What AWS wants of it.</param>
    /// <param name="own">Its own name; the construct's unless given.</param>
    internal string NameOf(AwsName kind, string? own = null) => Model.IsModule ? own ?? DefaultName : GeneratedName.Of(kind, StackName, own ?? DefaultName);

    /// <summary>The same where the caller's name may be longer than what AWS takes: Terraform cuts it in a module.</summary>
    internal string CutNameOf(AwsName kind, string own) => Model.IsModule ? PhysicalName.CutByTerraform(own, kind.Longest).Template : GeneratedName.Of(kind, StackName, own);

    /// <summary>The beginning of a name in AWS that the provider makes unique.</summary>
    /// <param name="kind">What AWS wants of it.</param>
    /// <param name="own">Its own name.</param>
    /// <param name="purpose">What it is for; empty where its own name says so.</param>
    internal string PrefixOf(AwsName kind, string own, string purpose = "") => Model.IsModule ? ModuleName.PrefixOf(kind, own, purpose) : GeneratedName.PrefixOf(kind, StackName, own, purpose);

    /// <summary>Makes a resource in the construct and gives it its name in Terraform.</summary>
    /// <typeparam name="T">The resource's type in the bindings.</typeparam>
    /// <param name="id">Its id in the construct.</param>
    /// <param name="configuration">The configuration that the type takes.</param>
    /// <param name="name">What its name has after the construct's; the construct's alone unless given.</param>
    /// <exception cref="ArgumentException">Terraform does not accept the name.</exception>
    internal T Make<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.NonPublicConstructors)] T>(string id, object configuration, string? name = null)
        where T : TerraformElement
    {
        var logicalId = name is null ? LogicalId : $"{LogicalId}_{name}";
        if (NativeTypes.Find(typeof(T).FullName!) is { Section: "resource", Type: var type })
        {
            Model.Addresses.Add($"{type}.{logicalId}");
        }
        return TerraformName.IsLegal(logicalId) ? Kernel.Create<T>(this, id, configuration, logicalId) : throw new ArgumentException(
            $"{_place.Path} would be called \"{logicalId}\" in Terraform, which accepts {TerraformName.Allowed}; choose another id for it or for the scopes around it", nameof(name));
    }

    /// <summary>JSON as a Terraform string: text, or in a published module an expression.</summary>
    /// <param name="tree">What it says: a tree of <see cref="JsonMap"/>, lists, values and literals.</param>
    internal string Json(object tree) => Values.Json.Of(tree, Model.IsModule).Rewrite(Resolved) is var json && Model.IsModule ? Values.Json.Encoded(json) : Values.Json.Text(json);

    /// <summary>The text behind a CDKTF token, which is the same in every synthesis; the token itself is not.</summary>
    internal string Resolve(string text) => !Values.Token.IsIn(text) ? text : (string)Tokenization.Resolve(text, new ResolveOptions
    {
        Scope = this,
        Resolver = new DefaultTokenResolver(new StringConcat()),
    });

    /// <summary>What stands for a CDKTF token, which is an index in its own words; null for anything else.</summary>
    private Syntax? Resolved(Syntax syntax) => syntax is IndexSyntax { Target: NameSyntax { Name: "TfToken" } } ? Parser.Template(Resolve($"${{{syntax}}}")) : null;
}
