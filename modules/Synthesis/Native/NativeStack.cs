using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Synthesis;

/// <summary>The configuration of a stack, as CDKTF's TerraformStack.toTerraform puts it together.</summary>
/// <param name="stack">The stack.</param>
internal sealed partial class NativeStack(NativeNode stack)
{
    private static readonly Version CloudVersion = new(1, 1);

    private readonly List<NativeNode> _elements = [.. stack.WithDescendants().Where(static node => node.Type is not null)];
    private readonly TerraformMap _configuration = new(8);

    /// <summary>Puts it together.</summary>
    /// <exception cref="NativeGapException">CDKTF would refuse the stack, or add to it.</exception>
    internal TerraformMap Configuration()
    {
        Validate();
        var notes = new TerraformMap(2);
        notes.Set("metadata", Metadata());
        notes.Set("outputs", Outputs());
        _configuration.Set("//", notes);
        foreach (var element in _elements)
        {
            Add(element);
        }
        if (stack.Overrides is { } overrides)
        {
            _configuration.Merge(overrides);
        }
        return _configuration;
    }

    private void Validate()
    {
        if (stack.Validations.SelectMany(static validate => validate()).FirstOrDefault() is { } wrong)
        {
            throw new NativeGapException($"a stack {stack.Id} that is not valid: {wrong}");
        }
        if (!_elements.Exists(static element => element.Type!.Section == "provider"))
        {
            throw new NativeGapException($"a stack {stack.Id} without a provider");
        }
        if (!_elements.Exists(static element => element.Type!.Section is "backend" or "cloud"))
        {
            throw new NativeGapException($"a stack {stack.Id} without a backend");
        }
        if (_elements.Exists(static element => element.Type!.Section == "cloud") && !(TerraformVersion() >= CloudVersion))
        {
            throw new NativeGapException("a backend in HCP Terraform without a Terraform for it");
        }
    }

    private TerraformMap Metadata()
    {
        var metadata = new TerraformMap(5);
        metadata.Set("backend", "local");
        metadata.Set("stackName", stack.Id);
        metadata.Set("version", NativeTypes.CdktfVersion);
        Note(metadata, "stack", stack);
        foreach (var element in _elements)
        {
            switch (element.Type!.Section)
            {
                case "backend":
                    metadata.Set("backend", element.Type.Type);
                    Note(metadata, "backend", element);
                    break;
                case "cloud":
                    metadata.Set("backend", "cloud");
                    metadata.Set("cloud", element.Attributes!.TryGet("hostname", out var host) && !((string)host).StartsWith("app.terraform.io", StringComparison.Ordinal) ? "tfe" : "tfc");
                    Note(metadata, "backend", element);
                    break;
                case "output":
                    Note(metadata, "output", element);
                    break;
                case "resource" or "data" or "provider":
                    Note(metadata, element.Type.Type, element);
                    break;
            }
        }
        return metadata;
    }

    private static void Note(TerraformMap metadata, string kind, NativeNode overridden)
    {
        if (overridden.Overrides is { } overrides)
        {
            var keys = new TerraformMap(1);
            keys.Set(kind, overrides.Keys.ToArray<object>());
            metadata.MapAt("overrides").Merge(keys);
        }
    }

    private TerraformMap Outputs()
    {
        var outputs = new TerraformMap(1);
        foreach (var output in _elements.Where(static element => element.Type!.Section == "output"))
        {
            var map = outputs;
            foreach (var id in output.Path.Split('/').AsSpan()[..^1])
            {
                map = map.MapAt(id);
            }
            map.Set(output.Id, IdOf(output));
        }
        return outputs;
    }

    private void Add(NativeNode element)
    {
        var type = element.Type!;
        switch (type.Section)
        {
            case "resource" or "data":
                var all = _configuration.MapAt(type.Section).MapAt(type.Type);
                var attributes = WithOverrides(element);
                attributes.Set("//", NotesOf(element));
                AddOnce(all, element, attributes);
                break;
            case "provider":
                var requirement = new TerraformMap(2);
                requirement.Set("source", type.Source);
                requirement.Set("version", type.Version);
                _configuration.MapAt("terraform").MapAt("required_providers").MapAt(type.Type).Merge(requirement);
                AddOnce(_configuration.MapAt("provider"), type.Type, new object[] { WithOverrides(element) });
                break;
            case "backend":
                AddOnce(_configuration.MapAt("terraform").MapAt("backend"), type.Type, WithOverrides(element));
                break;
            case "cloud":
                AddOnce(_configuration.MapAt("terraform"), "cloud", WithOverrides(element));
                break;
            case var section:
                AddOnce(_configuration.MapAt(section), element, WithOverrides(element));
                break;
        }
    }

    private static void AddOnce(TerraformMap map, NativeNode element, object value) => AddOnce(map, IdOf(element), value);

    private static void AddOnce(TerraformMap map, string key, object value)
    {
        if (map.TryGet(key, out _))
        {
            throw new NativeGapException($"two elements that are {key}");
        }
        map.Set(key, value);
    }

    private static TerraformMap WithOverrides(NativeNode element)
    {
        var attributes = element.Attributes!;
        if (element.DependsOn is { } addresses)
        {
            attributes.Set("depends_on", Array.ConvertAll<string, object>(addresses, NativeValue.Text));
        }
        if (element.Overrides is { } overrides)
        {
            // CDKTF merges before it resolves: what then is a token is not yet what it stands for. What is neither a map nor a list is not merged, but takes its place.
            if (overrides.Keys.FirstOrDefault(key => key == "//" || (attributes.TryGet(key, out var value) && value is TerraformMap or object[] && overrides.TryGet(key, out var change) && change is TerraformMap or object[])) is { } merged)
            {
                throw new NativeGapException($"an override of {merged}");
            }
            attributes.Merge(overrides);
        }
        return attributes;
    }

    private static TerraformMap NotesOf(NativeNode element)
    {
        var metadata = new TerraformMap(2);
        metadata.Set("path", element.Path);
        metadata.Set("uniqueId", IdOf(element));
        var notes = new TerraformMap(1);
        notes.Set("metadata", metadata);
        return notes;
    }

    /// <summary>An element's name in Terraform: what it was given, else CDKTF's.</summary>
    private static string IdOf(NativeNode element) => element.LogicalId ?? element.UniqueId();

    private static Version? TerraformVersion()
    {
        try
        {
            var program = Environment.GetEnvironmentVariable("TERRAFORM_BINARY_NAME") is { Length: > 0 } named ? named : "terraform";
            using var process = Process.Start(new ProcessStartInfo(program, "version") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            error.GetAwaiter().GetResult();
            return process.ExitCode == 0 && VersionNumber().Match(output) is { Success: true } match ? Version.Parse(match.Value) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\d+\.\d+\.\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionNumber();
}
