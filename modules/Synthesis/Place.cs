using System.Runtime.CompilerServices;
using Constructs;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Synthesis;

/// <summary>Where a construct stands: its stack, and the ids that lead to it. Known without asking node wherever the scope is one of ours.</summary>
internal sealed class Place
{
    private static readonly ConditionalWeakTable<Construct, Place> Known = [];

    private Place(TerraformStack stack, StackModel model, string path, string logicalId, Declaration? declaration)
    {
        Stack = stack;
        Model = model;
        Path = path;
        LogicalId = logicalId;
        Declaration = declaration;
    }

    internal TerraformStack Stack { get; }

    internal StackModel Model { get; }

    /// <summary>The construct's path: <c>shop-prod/web/https</c>.</summary>
    internal string Path { get; }

    /// <summary>The name that its main resource has in Terraform: <c>web_https</c>; empty for the stack itself.</summary>
    internal string LogicalId { get; }

    /// <summary>What it declares, or null for a mere scope.</summary>
    internal Declaration? Declaration { get; }

    /// <summary>The name in Terraform of what is constructed here under an id.</summary>
    internal string LogicalIdOf(string id) => Join(LogicalId, id);

    /// <summary>The place of any scope.</summary>
    internal static Place Of(Construct scope) => Known.GetValue(scope, static scope =>
    {
        var stack = scope as TerraformStack ?? TerraformStack.Of(scope);
        var path = Kernel.PathOf(scope);
        var below = scope == stack ? "" : path[(Kernel.PathOf(stack).Length + 1)..];
        return new Place(stack, StackModel.Of(stack), path, below.Replace('/', '_'), null);
    });

    /// <summary>Notes the place of a new construct and declares its props.</summary>
    internal static Place Enter(Construct construct, Construct scope, string id, IProps props)
    {
        var outer = Of(scope);
        var path = $"{outer.Path}/{id}";
        // Inside another declaration only the own id counts as a name; elsewhere so do the ids of the scopes around it.
        var name = outer.Declaration is null ? outer.LogicalIdOf(id) : id;
        var declaration = outer.Model.Model.Add(path, name, outer.Declaration, props);
        outer.Model.RequireProvider(props);
        var place = new Place(outer.Stack, outer.Model, path, outer.LogicalIdOf(id), declaration);
        Known.Add(construct, place);
        return place;
    }

    /// <summary>Notes a scope that groups constructs without being part of their names.</summary>
    internal static void EnterTransparent(Construct construct, Construct scope, string id)
    {
        var outer = Of(scope);
        Known.Add(construct, new Place(outer.Stack, outer.Model, $"{outer.Path}/{id}", outer.LogicalId, outer.Declaration));
    }

    private static string Join(string outer, string id) => outer.Length == 0 ? id : $"{outer}_{id}";
}
