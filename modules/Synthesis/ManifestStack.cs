using Constructs;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Ecs.Deployments;
using Orchestrator.Modules.Ecs.Patterns;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Events;
using Orchestrator.Modules.Functions;
using Orchestrator.Modules.Instances;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.State;
using Orchestrator.Modules.StaticIp;
using Orchestrator.Modules.TargetGroups;
using AwsProvider = HashiCorp.Cdktf.Providers.Aws.Provider;

namespace Orchestrator.Modules.Synthesis;

/// <summary>A stack of a manifest that has been checked.</summary>
public sealed class ManifestStack : TerraformStack
{
    private readonly StackAssignment _assignment;
    private readonly string _name;

    /// <summary>Makes the stack and everything in it.</summary>
    /// <param name="app">The app that it belongs to.</param>
    /// <param name="manifest">A manifest without errors.</param>
    /// <param name="name">Which of the manifest's stacks; the main one unless given.</param>
    /// <param name="beside">Another stack of the manifest: what is in the two is wired as if it were in one. None unless given.</param>
    /// <param name="packages">Gives the zip of the sync function for an architecture; asked only where a manifest has the function.</param>
    /// <exception cref="ArgumentException">The manifest has errors, or the function and no zip.</exception>
    public ManifestStack(App app, ManifestResult manifest, string? name = null, ManifestStack? beside = null, Func<FunctionArchitecture, FunctionPackage>? packages = null)
        : base(Kernel.CreateStack(app, name ?? manifest.StackName))
    {
        if (manifest.HasErrors || manifest.Props is not { } props)
        {
            throw new ArgumentException("a manifest with errors has no stack", nameof(manifest));
        }
        _name = name ?? manifest.StackName;
        _assignment = new StackAssignment(props);
        StackModel.Of(this).IsChecked = false;
        if (beside is not null)
        {
            StackModel.Of(this).WireWith(StackModel.Of(beside));
        }
        TerraformSettings.Apply(this, _name, manifest.BackendOf(_name), props.AwsProvider);
        AddProvider(props);
        NoteTurns(props);
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
        ForEach("staticIpApplicationLoadBalancers", props.StaticIpApplicationLoadBalancers, (scope, name, balancer) => AddStaticIp(scope, name, balancer, packages));
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

    /// <summary>Rules are made before the services whose deployments change them.</summary>
    private void NoteTurns(ManifestProps props)
    {
        foreach (var target in props.EcsServices.Values.Where(service => service.ShiftsTraffic).SelectMany(service => service.TargetGroups))
        {
            if (TwinTargetGroup.Of(target) is { } alternate)
            {
                TurnsOfGroups.Of(StackModel.Of(this)).Add(target.TargetGroup, alternate);
            }
        }
    }

    private void AddProvider(ManifestProps props)
    {
        var tags = new Dictionary<string, string>();
        if (props.DefaultTags != false)
        {
            (tags["app"], tags["environment"]) = (props.App, props.Environment);
        }
        foreach (var (key, value) in Emit.Map(props.Tags) ?? new Dictionary<string, string>())
        {
            tags[key] = value;
        }
        Kernel.Create<AwsProvider.AwsProvider>(this, "aws", new AwsProvider.AwsProviderConfig
        {
            Region = Emit.Text(props.Region),
            AllowedAccountIds = props.AccountId is null ? null : [Emit.Text(props.AccountId)!],
            DefaultTags = tags.Count == 0 ? null : new[] { new AwsProvider.AwsProviderDefaultTags { Tags = tags } },
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

    private void AddLoadBalancer(Construct scope, string name, NetworkLoadBalancerProps props) => AddOutputs(name, new NetworkLoadBalancer(scope, name, props));

    private void AddOutputs(string name, NetworkLoadBalancer balancer)
    {
        AddOutputs(name, balancer.LogicalId, balancer);
        if (balancer.ElasticIps.Count > 0)
        {
            AddOutput($"{balancer.LogicalId}_addresses", Emit.Map(balancer.Addresses)!, $"The addresses of load balancer {name} that clients can pin, by subnet mapping.");
        }
    }

    private void AddStaticIp(Construct scope, string name, StaticIpApplicationLoadBalancerProps props, Func<FunctionArchitecture, FunctionPackage>? packages)
    {
        var package = props.IsSync ? packages?.Invoke(props.EffectiveSync.Architecture) : null;
        var balancer = new StaticIpApplicationLoadBalancer(scope, name, props, package);
        AddOutputs(name, balancer.LoadBalancer);
        if (balancer.FunctionName is { } function)
        {
            AddOutput($"{balancer.LogicalId}_sync_function", Emit.Text(function)!, $"The function that keeps the targets of load balancer {name}.");
        }
        if (balancer.AlarmTopicArn is { } topic)
        {
            AddOutput($"{balancer.LogicalId}_alarm_topic_arn", Emit.Text(topic)!, $"The topic that the alarms of load balancer {name} go to.");
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
        Kernel.Create<TerraformOutput>(this, name, new TerraformOutputConfig { Value = value, Description = description });

    private void ForEach<TProps>(string section, IReadOnlyDictionary<string, TProps> declared, Action<Construct, string, TProps> add)
    {
        var held = declared.Where(entry => _assignment.StackOf($"{section}.{entry.Key}") == _name).ToList();
        if (held.Count == 0)
        {
            return;
        }
        var scope = new Section(this, section);
        foreach (var (name, props) in held)
        {
            add(scope, name, props);
        }
    }

    /// <summary>Lets a security group and a load balancer have one name; it is part of neither's address.</summary>
    private sealed class Section : Construct
    {
        internal Section(Construct scope, string id)
            : base(Kernel.CreateConstruct(scope, id)) => Place.EnterTransparent(this, scope, id);
    }
}
