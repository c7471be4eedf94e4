using Constructs;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Ecs.Patterns;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Events;
using Orchestrator.Modules.Instances;
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
        ForEach("logBuckets", props.LogBuckets, static (scope, name, bucket) => new LogBucket(scope, name, bucket));
        ForEach("trustStores", props.TrustStores, static (scope, name, store) => new TrustStore(scope, name, store));
        ForEach("targetGroups", props.TargetGroups, static (scope, name, group) => new TargetGroup(scope, name, group));
        ForEach("hostedZones", props.HostedZones, AddZone);
        ForEach("certificates", props.Certificates, static (scope, name, certificate) => new Certificate(scope, name, certificate));
        ForEach("instances", props.Instances, static (scope, name, instance) => new Instance(scope, name, instance));
        ForEach("applicationLoadBalancers", props.ApplicationLoadBalancers, AddLoadBalancer);
        ForEach("existingApplicationLoadBalancers", props.ExistingApplicationLoadBalancers, static (scope, name, balancer) => new ExistingApplicationLoadBalancer(scope, name, balancer));
        ForEach("networkLoadBalancers", props.NetworkLoadBalancers, AddLoadBalancer);
        ForEach("ecsClusters", props.EcsClusters, static (scope, name, cluster) => new EcsCluster(scope, name, cluster));
        ForEach("ecsServices", props.EcsServices, AddService);
        ForEach("loadBalancedFargateServices", props.LoadBalancedFargateServices, AddLoadBalancedService);
        ForEach("loadBalancedEc2Services", props.LoadBalancedEc2Services, AddLoadBalancedService);
        ForEach("scheduledTasks", props.ScheduledTasks, static (scope, name, task) => new ScheduledTask(scope, name, task));
        ForEach("eventTasks", props.EventTasks, static (scope, name, task) => new EventTask(scope, name, task));
        ForEach("uploadTasks", props.UploadTasks, AddUploadTask);
        ForEach("healthChecks", props.HealthChecks, static (scope, name, check) => new DnsHealthCheck(scope, name, check));
        ForEach("records", props.Records, static (scope, name, record) => new DnsRecord(scope, name, record));
        ForEach("weightedMigrations", props.WeightedMigrations, static (scope, name, migration) => new WeightedMigration(scope, name, migration));
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
            AllowedAccountIds = props.AccountId is null ? null : [Emit.Text(props.AccountId)!],
            DefaultTags = new[] { new AwsProvider.AwsProviderDefaultTags { Tags = tags } },
        });
    }

    private void AddLoadBalancer(Construct scope, string name, ApplicationLoadBalancerProps props)
    {
        var balancer = new ApplicationLoadBalancer(scope, name, props);
        AddOutputs(name, balancer.LogicalId, balancer);
    }

    private void AddService(Construct scope, string name, EcsServiceProps props) => AddTaskSize(name, new EcsService(scope, name, props));

    private void AddLoadBalancedService(Construct scope, string name, LoadBalancedServiceProps props)
    {
        var service = new LoadBalancedService(scope, name, props);
        AddTaskSize(name, service.Service);
        if (service.LoadBalancer is { } balancer)
        {
            AddOutputs(name, balancer.LogicalId, balancer);
        }
    }

    private void AddTaskSize(string name, EcsService service)
    {
        if (service.TaskDefinition.Size is { } size)
        {
            AddOutput($"{service.LogicalId}_task_size", size.ToString(), $"The size of a task of service {name}.");
        }
    }

    private void AddLoadBalancer(Construct scope, string name, NetworkLoadBalancerProps props)
    {
        var balancer = new NetworkLoadBalancer(scope, name, props);
        AddOutputs(name, balancer.LogicalId, balancer);
        if (balancer.ElasticIps.Count > 0)
        {
            AddOutput($"{balancer.LogicalId}_addresses", Emit.Map(balancer.Addresses)!, $"The addresses of load balancer {name} that clients can pin, by subnet mapping.");
        }
    }

    private void AddOutputs(string name, string logicalId, ILoadBalancer balancer)
    {
        AddOutput($"{logicalId}_dns_name", Emit.Text(balancer.DnsName)!, $"The DNS name of load balancer {name}.");
        AddOutput($"{logicalId}_arn", Emit.Text(balancer.Arn)!, $"The ARN of load balancer {name}.");
    }

    private void AddUploadTask(Construct scope, string name, UploadTaskProps props)
    {
        var task = new UploadTask(scope, name, props);
        AddOutput($"{task.LogicalId}_bucket", Emit.Text(task.Bucket)!, $"The bucket whose uploads start task {name}.");
        AddOutput($"{task.LogicalId}_table", Emit.Text(task.Table)!, $"The table that task {name} writes to.");
    }

    private void AddZone(Construct scope, string name, HostedZoneProps props)
    {
        var zone = new HostedZone(scope, name, props);
        if (!props.IsPrivate)
        {
            AddOutput($"{zone.LogicalId}_name_servers", zone.NameServers.Expression!.Template, $"The name servers that the parent zone of {name} delegates to.");
        }
    }

    private void AddOutput(string name, object value, string description) =>
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
