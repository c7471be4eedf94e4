using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.State;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Names;

/// <summary>
/// What is synthesized of every example, of every setting, of a bucket for states and of two stacks: no resource without a row in <see cref="AwsNames"/>, no
/// name that <see cref="ResourceNames"/>, by which manifests are compared, does not know.
/// </summary>
[Collection(nameof(Jsii))]
public sealed class AwsNamesTests
{
    private const int Appended = 26;

    private static readonly Lazy<IReadOnlyList<Made>> Everything = new(() => [.. Manifests().SelectMany(Make)]);

    [Fact]
    public void Every_type_of_resource_has_a_row() =>
        Assert.Empty(Everything.Value.Select(made => made.Type).Distinct().Except(Rows));

    [Fact]
    public void No_row_is_about_what_is_never_made() =>
        Assert.Empty(Rows.Except(Everything.Value.Select(made => made.Type)));

    [Fact]
    public void A_type_has_one_row() => Assert.Equal(Rows.Distinct(), Rows);

    [Fact]
    public void What_has_a_name_has_the_stacks_in_it_or_one_that_somebody_chose()
    {
        foreach (var made in Everything.Value)
        {
            foreach (var kind in AwsNames.All.Where(kind => kind.Type == made.Type && kind != AwsNames.Record))
            {
                var (name, prefix) = (made.Text(kind.Attribute), made.Text($"{kind.Attribute}_prefix"));

                Assert.True(name is not null || prefix is not null, $"{made} has neither {kind.Attribute} nor a prefix of it");
                if (prefix is not null)
                {
                    Assert.True(prefix.Length <= kind.Longest - Appended, $"{made}: {prefix} leaves no room for what the provider appends");
                    Assert.True(kind.Scope == NameScope.Whole || prefix.StartsWith($"{made.Stack}-", StringComparison.Ordinal), $"{made}: {prefix} does not begin with {made.Stack}");
                }
                else if (!name!.Contains("${", StringComparison.Ordinal) && made.Names is { } names && kind.Scope != NameScope.Whole)
                {
                    Assert.True(name.Length <= kind.Longest, $"{made}: {name} is too long");
                    if (kind == AwsNames.Parameter)
                    {
                        // Parameters are written when all stacks are there.
                        Assert.Contains($"/{made.Stack}/", name, StringComparison.Ordinal);
                        continue;
                    }
                    var known = names.FirstOrDefault(known => known.Kind.Type == kind.Type && known.Text == name);
                    Assert.True(known is not null, $"{made}: {name} is not among the names of the manifest");
                    Assert.True(known.Property.Length > 0 || name.Contains(made.Stack[..Math.Min(made.Stack.Length, kind.Longest - GeneratedName.Digits - 1)], StringComparison.Ordinal), $"{made}: {name} does not have {made.Stack} in it");
                }
            }
        }
    }

    [Fact]
    public void What_is_known_of_names_is_made()
    {
        var made = Everything.Value.Where(made => made.Names is not null).GroupBy(made => made.Names!);
        foreach (var manifest in made)
        {
            var texts = manifest.SelectMany(resource => AwsNames.All.Where(kind => kind.Type == resource.Type).Select(kind => (kind.Type, Text: resource.Text(kind.Attribute)))).ToHashSet();
            Assert.DoesNotContain(manifest.Key, name => name.Kind.Scope is not (NameScope.Whole or NameScope.WholeAndAccount) && !texts.Contains((name.Kind.Type, name.Text)));
        }
    }

    [Fact]
    public void Two_environments_share_no_name_that_nobody_chose()
    {
        foreach (var text in Texts())
        {
            var (one, other) = (In(text, "test"), In(text, "prod"));
            Assert.NotEmpty(one);
            Assert.Empty(one.Intersect(other));
        }
    }

    private static List<string> Rows => [.. AwsNames.All.Select(kind => kind.Type), .. AwsNames.Unnamed.Select(resource => resource.Type)];

    private static IEnumerable<(string Type, string Text)> In(string manifest, string environment)
    {
        var lines = manifest.Split('\n').Select(line => line.StartsWith("environment:", StringComparison.Ordinal) ? $"environment: {environment}" : line);
        var read = Tests.Manifests.ReadWhole(string.Join('\n', lines));
        Assert.NotNull(read.Props);
        // What is part of something that the manifest makes cannot meet what another makes.
        return [.. ResourceNames.Of(read.Model).Where(name => name.Property.Length == 0 && name.Whole is not { IsLiteral: false }).Select(name => (name.Kind.Type, name.Text))];
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Repository.PathOf("examples"), "*.yaml").Concat(Directory.EnumerateFiles(Repository.PathOf("tests", "Orchestrator.Tests", "Terraform"), "every-setting*.yaml")).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Texts() => Files().Select(File.ReadAllText);

    private static IEnumerable<ManifestResult> Manifests() => Files().Select(file => ManifestReader.ReadFile(file, Tests.Manifests.Today)).Append(Tests.Manifests.Read("""
        securityGroups: { web: {} }
        instances:
          app: { instanceType: t3.micro, subnet: private-a, securityGroups: [web] }
        stacks:
          network: { holds: [securityGroups] }
        """));

    private static IEnumerable<Made> Make(ManifestResult manifest, int index)
    {
        Assert.False(manifest.HasErrors, string.Join('\n', Tests.Manifests.Lines(manifest)));
        var names = ResourceNames.Of(manifest.Model).ToList();
        foreach (var made in Synthesized.Stacks(directory => Synthesizer.Write([manifest], directory, _ => Synthesized.Package)))
        {
            yield return made with { Names = names };
        }
        if (index == 0)
        {
            var bucket = new StateBucketProps { Name = "example-terraform-state", GitHubRepository = "example/shop" };
            foreach (var made in Synthesized.Stacks(directory => StateStack.Write(bucket, "eu-central-1", "111122223333", false, directory)))
            {
                yield return made;
            }
        }
    }
}
