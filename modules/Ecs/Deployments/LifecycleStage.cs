using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.Deployments;

/// <summary>A stage of a deployment.</summary>
public enum LifecycleStage
{
    /// <summary>Where a deployment begins while more than one revision runs (<c>RECONCILE_SERVICE</c>).</summary>
    [JsonStringEnumMemberName("reconcileService")]
    ReconcileService,

    /// <summary>Before the tasks of the new revision start (<c>PRE_SCALE_UP</c>).</summary>
    [JsonStringEnumMemberName("preScaleUp")]
    PreScaleUp,

    /// <summary>When they run (<c>POST_SCALE_UP</c>).</summary>
    [JsonStringEnumMemberName("postScaleUp")]
    PostScaleUp,

    /// <summary>While the test traffic moves to them (<c>TEST_TRAFFIC_SHIFT</c>).</summary>
    [JsonStringEnumMemberName("testTrafficShift")]
    TestTrafficShift,

    /// <summary>When they have all of the test traffic (<c>POST_TEST_TRAFFIC_SHIFT</c>).</summary>
    [JsonStringEnumMemberName("postTestTrafficShift")]
    PostTestTrafficShift,

    /// <summary>Before production traffic moves; with linear and canary before each step (<c>PRE_PRODUCTION_TRAFFIC_SHIFT</c>).</summary>
    [JsonStringEnumMemberName("preProductionTrafficShift")]
    PreProductionTrafficShift,

    /// <summary>While it moves; with linear and canary in each step (<c>PRODUCTION_TRAFFIC_SHIFT</c>).</summary>
    [JsonStringEnumMemberName("productionTrafficShift")]
    ProductionTrafficShift,

    /// <summary>When all of it has moved (<c>POST_PRODUCTION_TRAFFIC_SHIFT</c>).</summary>
    [JsonStringEnumMemberName("postProductionTrafficShift")]
    PostProductionTrafficShift,
}
