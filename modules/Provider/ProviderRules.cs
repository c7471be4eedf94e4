using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;
using Orchestrator.Text;

namespace Orchestrator.Modules.Provider;

/// <summary>What holds of the versions of the AWS provider, and of attributes that are set past the constructs.</summary>
internal static class ProviderRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("PROV330", "awsProvider is a version constraint of Terraform that lets in a version from 5.100.0 on.", "terraform init fails: there is no version that both the constraint and the resources allow.", "Terraform, version constraints")
            .ForEvery<IBoundsProvider>(CheckConstraint),
        Rule.Error("PROV331", "Whatever is set, some version of the AWS provider that awsProvider lets in has it.", "terraform init finds no version, or terraform validate does not know the argument.", "hashicorp/aws, by the npm packages @cdktf/provider-aws and @cdktn/provider-aws of each version")
            .ForAll(CheckSettings),
        Rule.Error("PROV332", "An override names a resource by its type and name, and an attribute that the AWS provider has for it.", "terraform validate does not know the argument.", "hashicorp/aws 6.66.0, by the npm package @cdktn/provider-aws 25.7.0")
            .ForEvery<IOverrides>(CheckOverrides),
    ];

    private static void CheckConstraint(IBoundsProvider props, Report report)
    {
        if (props.AwsProvider.IsLiteral(out var text) && VersionConstraint.Parse(text)?.LetsInFrom(ProviderAttributes.Lowest) != true)
        {
            report.Add("awsProvider", "is not a constraint that this can meet", Quoted.Of(text), $"comparisons such as \">= 5.100, < 6.20\" that let in a version from {ProviderAttributes.Lowest} on", "raise its upper bound, or remove it to accept every version that has what is used");
        }
    }

    private static void CheckSettings(Model model, Report report)
    {
        var (bounds, props) = model.With<IBoundsProvider>().FirstOrDefault();
        // PROV330 has a constraint that nothing meets.
        if (props is null || !props.AwsProvider.IsLiteral(out var text) || VersionConstraint.Parse(text) is not { } constraint || !constraint.LetsInFrom(ProviderAttributes.Lowest))
        {
            return;
        }
        var told = new HashSet<string>();
        foreach (var declaration in model.Declarations)
        {
            var settings = NewerSettings.In(declaration.Props).Select(setting => (setting.Path, setting.Since.Version))
                .Concat(declaration.Props is IOverrides overrides ? VersionsOf(overrides) : []);
            foreach (var (path, version) in settings.Where(setting => !constraint.LetsInFrom(setting.Version) && told.Add(declaration.WrittenAt(setting.Path))))
            {
                report.At(declaration).Add(path, $"needs hashicorp/aws {version}", $"{Quoted.Of(text)} at {bounds.WrittenAt("awsProvider")}", $"a constraint that lets in {version}", "raise its upper bound, or remove this setting");
            }
        }
    }

    /// <summary>The versions that overrides need; PROV332 has those that no version has.</summary>
    internal static IEnumerable<(string Path, Version Version)> VersionsOf(IOverrides overrides) =>
        from resource in overrides.Overrides
        from attribute in resource.Value
        let found = ProviderAttributes.Find($"{resource.Key.Split('.')[0]}.{PlainPath(attribute.Key)}")
        where found is not null
        select ($"overrides.{resource.Key}.{attribute.Key}", found.Since);

    private static void CheckOverrides(IOverrides props, Report report)
    {
        foreach (var (address, attributes) in props.Overrides)
        {
            if (address.Split('.') is not [var type, { Length: > 0 }] || !ProviderAttributes.Types.Contains(type))
            {
                var hint = Nearest.Hint(address.Split('.')[0], ProviderAttributes.Types);
                report.Add($"overrides.{address}", "is not the address of a resource that is made here", Quoted.Of(address), "a resource's type, a dot and its name: aws_lb.web", hint.Length > 0 ? hint : "take it from the plan, or from the configuration that synth writes");
                continue;
            }
            foreach (var (path, value) in attributes)
            {
                CheckAttribute($"overrides.{address}.{path}", type, path, value, report);
            }
        }
    }

    private static void CheckAttribute(string place, string type, string path, RawValue value, Report report)
    {
        var plain = PlainPath(path);
        if (ProviderAttributes.Find($"{type}.{plain}") is not { } attribute)
        {
            if (IsInMap(type, path))
            {
                return;
            }
            var (around, last) = plain.LastIndexOf('.') is >= 0 and var dot ? ($"{type}.{plain[..dot]}", plain[(dot + 1)..]) : (type, plain);
            var known = ProviderAttributes.Below(around).ToList();
            var hint = Nearest.Hint(last, known);
            report.Add(place, "is not an attribute that can be set", Quoted.Of(path), known.Count > 0 ? $"one of {around}: {string.Join(", ", known)}" : $"an attribute of {type}", hint.Length > 0 ? hint : "look it up in the provider's documentation");
        }
        else if (Mismatch(attribute.Kind, value) is { } allowed)
        {
            report.Add(place, "has the wrong type", value.Kind, allowed, "give a value of that type");
        }
    }

    /// <summary>Whether a path is one key of a map: <c>tags.Name</c>.</summary>
    private static bool IsInMap(string type, string path) => path.LastIndexOf('.') is > 0 and var dot && ProviderAttributes.Find($"{type}.{PlainPath(path[..dot])}")?.Kind.StartsWith("map", StringComparison.Ordinal) == true;

    /// <summary>What would be accepted; null where the value is. Terraform itself turns numbers and booleans into strings and back.</summary>
    private static string? Mismatch(string kind, RawValue value) => kind switch
    {
        _ when value.Content is null => null,
        "block" or "object" => value.Content is string or bool or double ? "a map, or a list of maps" : null,
        "string" or "number" or "boolean" => value.Content is string or bool or double ? null : $"a {kind}",
        _ when kind.StartsWith("map", StringComparison.Ordinal) => value.Kind == "a map" ? null : "a map",
        _ when kind.StartsWith("list", StringComparison.Ordinal) || kind.StartsWith("set", StringComparison.Ordinal) => value.Kind == "a list" ? null : "a list",
        _ => null,
    };

    /// <summary>A path without the places in lists: <c>default_action.0.order</c> is about <c>default_action.order</c>.</summary>
    private static string PlainPath(string path) => string.Join('.', path.Split('.').Where(key => !key.All(char.IsAsciiDigit) || key.Length == 0));
}
