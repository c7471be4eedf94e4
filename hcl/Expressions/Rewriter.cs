namespace Orchestrator.Hcl.Expressions;

/// <summary>Makes trees of trees.</summary>
public static class Rewriter
{
    /// <summary>A tree with some of its parts replaced.</summary>
    /// <param name="syntax">The tree.</param>
    /// <param name="replace">Gives what stands for a part, or null to look at the parts of that.</param>
    public static Syntax Rewrite(this Syntax syntax, Func<Syntax, Syntax?> replace)
    {
        return Of(syntax);

        Syntax Of(Syntax part) => replace(part) ?? part switch
        {
            TemplateSyntax template => TemplateSyntax.Of(All(template.Parts)),
            AttributeSyntax attribute => attribute with { Target = Of(attribute.Target) },
            IndexSyntax index => new IndexSyntax(Of(index.Target), Of(index.Key)),
            SplatSyntax splat => new SplatSyntax(Of(splat.Target)),
            CallSyntax call => call with { Arguments = All(call.Arguments) },
            UnarySyntax unary => unary with { Operand = Of(unary.Operand) },
            BinarySyntax binary => binary with { Left = Of(binary.Left), Right = Of(binary.Right) },
            ConditionalSyntax conditional => new ConditionalSyntax(Of(conditional.Condition), Of(conditional.Then), Of(conditional.Otherwise)),
            ListSyntax list => new ListSyntax(All(list.Items)),
            ObjectSyntax record => new ObjectSyntax([.. record.Entries.Select(entry => (Of(entry.Key), Of(entry.Value)))]),
            ForSyntax loop => loop with { Collection = Of(loop.Collection), Key = loop.Key is null ? null : Of(loop.Key), Value = Of(loop.Value), Condition = loop.Condition is null ? null : Of(loop.Condition) },
            _ => part,
        };

        IReadOnlyList<Syntax> All(IReadOnlyList<Syntax> parts) => [.. parts.Select(Of)];
    }

    /// <summary>The parts of a tree, directly below it, in the order in which they are written.</summary>
    public static IEnumerable<Syntax> Parts(this Syntax syntax) => syntax switch
    {
        TemplateSyntax template => template.Parts,
        AttributeSyntax attribute => [attribute.Target],
        IndexSyntax index => [index.Target, index.Key],
        SplatSyntax splat => [splat.Target],
        CallSyntax call => call.Arguments,
        UnarySyntax unary => [unary.Operand],
        BinarySyntax binary => [binary.Left, binary.Right],
        ConditionalSyntax conditional => [conditional.Condition, conditional.Then, conditional.Otherwise],
        ListSyntax list => list.Items,
        ObjectSyntax record => record.Entries.SelectMany(entry => new[] { entry.Key, entry.Value }),
        ForSyntax loop => new[] { loop.Collection, loop.Key, loop.Value, loop.Condition }.OfType<Syntax>(),
        _ => [],
    };
}
