using FsCheck;
using FsCheck.Fluent;
using Orchestrator.Modules.Dns;

namespace Orchestrator.Modules.Tests.Dns;

/// <summary>Names of any labels, legal or not.</summary>
public sealed class DomainNameProperties
{
    private const string Edges = "abcxyzABC0189";
    private const string Inner = Edges + "-";

    [Fact]
    public void A_name_of_legal_labels_is_accepted_everywhere() => Prop.ForAll(Names().ToArbitrary(), name =>
        DomainName.Mistake(name, isCertificates: true, mayBeWildcard: false) is null
        && DomainName.Mistake($"*.{name}", isCertificates: true, mayBeWildcard: true) is null
        && DomainName.Mistake($"{name}.", isCertificates: false, mayBeWildcard: false) is null).Hold();

    [Fact]
    public void One_character_that_is_not_legal_is_found_wherever_it_stands() => Prop.ForAll(Broken().ToArbitrary(), name =>
        DomainName.Mistake(name, isCertificates: true, mayBeWildcard: false) is not null).Hold();

    [Fact]
    public void A_name_is_in_its_zone_and_in_every_zone_above_it() => Prop.ForAll(Names().Where(name => name.Contains('.')).ToArbitrary(), name =>
        DomainName.IsIn(name, name) && DomainName.IsIn(name.ToUpperInvariant() + ".", name[(name.IndexOf('.') + 1)..]) && !DomainName.IsIn(name[(name.IndexOf('.') + 1)..], name)).Hold();

    private static Gen<string> Names() =>
        from count in Gen.Choose(1, 5)
        from labels in Label().ArrayOf(count)
        select string.Join('.', labels);

    private static Gen<string> Label() =>
        from first in Gen.Elements(Edges.ToCharArray())
        from length in Gen.Choose(0, 30)
        from middle in Gen.Elements(Inner.ToCharArray()).ArrayOf(length)
        from last in Gen.Elements(Edges.ToCharArray())
        select $"{first}{new string(middle)}{last}";

    private static Gen<string> Broken() =>
        from name in Names()
        from place in Gen.Choose(0, name.Length)
        from strange in Gen.Elements("_", " ", "/", ":", "*", "ä", "..", "\n", ".-", "-.")
        select name.Insert(place, strange);
}
