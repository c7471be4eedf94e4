using Constructs;
using HashiCorp.Cdktf;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.TargetGroups;
using AwsProvider = HashiCorp.Cdktf.Providers.Aws.Provider;

namespace Orchestrator.Modules.Synthesis;

/// <summary>The stack of a manifest that has been checked.</summary>
public sealed class ManifestStack : TerraformStack
{
    /// <summary>Makes the stack and everything in it.</summary>
    /// <param name="app">The app that it belongs to.</param>
    /// <param name="manifest">A manifest without errors.</param>
    /// <exception cref="ArgumentException">The manifest has errors.</exception>
    public ManifestStack(App app, ManifestResult manifest)
        : base(app, manifest.StackName)
    {
        if (manifest.HasErrors || manifest.Props is not { } props)
        {
            throw new ArgumentException("a manifest with errors has no stack", nameof(manifest));
        }
        StackModel.Of(this).IsChecked = false;
        TerraformSettings.Apply(this, manifest.StackName, props.Backend);
        AddProvider(props);
        ForEach("securityGroups", props.SecurityGroups, static (scope, name, group) => new SecurityGroup(scope, name, group));
        ForEach("targetGroups", props.TargetGroups, static (scope, name, group) => new TargetGroup(scope, name, group));
        ForEach("applicationLoadBalancers", props.ApplicationLoadBalancers, AddLoadBalancer);
    }

    private void AddProvider(ManifestProps props)
    {
        var tags = new Dictionary<string, string> { ["app"] = props.App, ["environment"] = props.Environment };
        foreach (var (key, value) in Emit.Map(props.Tags) ?? new Dictionary<string, string>())
        {
            tags[key] = value;
        }
        new AwsProvider.AwsProvider(this, "aws", new AwsProvider.AwsProviderConfig
        {
            Region = Emit.Text(props.Region),
            DefaultTags = new[] { new AwsProvider.AwsProviderDefaultTags { Tags = tags } },
        });
    }

    private void AddLoadBalancer(Construct scope, string name, ApplicationLoadBalancerProps props)
    {
        var balancer = new ApplicationLoadBalancer(scope, name, props);
        AddOutput($"{balancer.LogicalId}_dns_name", Emit.Text(balancer.DnsName)!, $"The DNS name of load balancer {name}.");
        AddOutput($"{balancer.LogicalId}_arn", Emit.Text(balancer.Arn)!, $"The ARN of load balancer {name}.");
    }

    private void AddOutput(string name, string value, string description) =>
        new TerraformOutput(this, name, new TerraformOutputConfig { Value = value, Description = description });

    private void ForEach<TProps>(string section, IReadOnlyDictionary<string, TProps> declared, Action<Construct, string, TProps> add)
    {
        if (declared.Count == 0)
        {
            return;
        }
        var scope = new Section(this, section);
        foreach (var (name, props) in declared)
        {
            add(scope, name, props);
        }
    }

    /// <summary>Lets a security group and a load balancer have one name; it is part of neither's address.</summary>
    private sealed class Section : Construct
    {
        internal Section(Construct scope, string id)
            : base(scope, id) => Place.EnterTransparent(this, scope, id);
    }
}
