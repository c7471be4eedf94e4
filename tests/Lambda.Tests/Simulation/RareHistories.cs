namespace Orchestrator.Lambda.Tests.Simulation;

/// <summary>What few histories have shown, or were made to show.</summary>
internal static class RareHistories
{
    internal static readonly IReadOnlyDictionary<string, TrafficHistory> All = new Dictionary<string, TrafficHistory>
    {
        ["a list that lacks a target while the DNS begins to lie"] = Of(8, 6, new(2, TrafficKind.DnsIsIncomplete, 18, 895), new(29, TrafficKind.ListIsIncomplete, 19, 123), new(37, TrafficKind.DnsLies, 20, 443), new(63, TrafficKind.ReadFails, 7, 812)),
        ["a list that lacks a target in a replacement, and a lie"] = Of(7, 9, new(15, TrafficKind.ListIsIncomplete, 16, 134), new(15, TrafficKind.Replace, 1, 101), new(22, TrafficKind.ScaleOut, 18, 976), new(23, TrafficKind.DnsLies, 20, 301), new(34, TrafficKind.LeftNodeFlaps, 2, 646), new(62, TrafficKind.ScaleOut, 7, 860), new(66, TrafficKind.ScaleIn, 19, 987)),
        ["a node that fails its checks as it leaves"] = Of(4, 9, new(28, TrafficKind.WriteFails, 6, 807), new(34, TrafficKind.Replace, 6, 881), new(34, TrafficKind.LeftNodeFlaps, 2, 154), new(43, TrafficKind.RunDies, 5, 732)),
        ["a lie right after another"] = Of(5, 7, new(6, TrafficKind.DnsFlaps, 3, 419), new(10, TrafficKind.DnsLies, 5, 718), new(43, TrafficKind.DnsFails, 1, 965), new(50, TrafficKind.WriteIsRefused, 2, 49)),
        ["a lie in a replacement, and a run that dies"] = Of(6, 10, new(11, TrafficKind.Replace, 11, 782), new(22, TrafficKind.DnsLies, 13, 934), new(27, TrafficKind.ScaleOut, 9, 349), new(33, TrafficKind.WriteSeemsToFail, 18, 528), new(46, TrafficKind.RunDies, 6, 350), new(48, TrafficKind.WriteIsRefusedWhenRepeated, 7, 89), new(62, TrafficKind.ScaleOut, 18, 945)),
        ["a lie in a replacement that cannot be registered"] = Of(5, 8, new(17, TrafficKind.ListIsIncomplete, 2, 234), new(38, TrafficKind.ListIsIncomplete, 5, 466), new(40, TrafficKind.RegisterFails, 11, 526), new(47, TrafficKind.Replace, 14, 800), new(52, TrafficKind.DnsLies, 5, 489)),
        ["a run that dies as the DNS begins to lie"] = Of(7, 12, new(9, TrafficKind.ScaleOut, 7, 818), new(12, TrafficKind.RunDies, 3, 911), new(12, TrafficKind.DnsLies, 13, 815), new(54, TrafficKind.WriteFails, 14, 695), new(54, TrafficKind.DnsIsIncomplete, 2, 700), new(61, TrafficKind.ScaleOut, 4, 626)),
        ["a node that fails its checks after a lie has cost another"] = Of(4, 3, new(28, TrafficKind.DnsLies, 13, 91), new(39, TrafficKind.Replace, 15, 943), new(40, TrafficKind.LeftNodeFlaps, 3, 631)),
        ["all successors are healthy before the old nodes leave"] = Of(9, 4, new TrafficEvent(10, TrafficKind.ReplaceEarly, 20, 8)),
        ["a node fails its checks as another is replaced, and recovers before the successor is healthy"] = Of(6, 12, new(10, TrafficKind.NodeFlaps, 3, 4), new(11, TrafficKind.Replace, 1, 10)),
        ["a run dies before a removal, and the list lacks the target that was to go"] = Of(4, 4, new(10, TrafficKind.ScaleIn, 1, 0), new(18, TrafficKind.RunDies, 1, 0), new(19, TrafficKind.ListIsIncomplete, 2, 0)),
        ["a run dies before a removal, and nobody has taken a place yet"] = Of(6, 12, new(17, TrafficKind.ReplaceEarly, 4, 419), new(20, TrafficKind.ReplaceEarly, 3, 308), new(22, TrafficKind.Replace, 15, 355), new(33, TrafficKind.RunDies, 3, 456)),
        ["a run dies after a removal, and does not tell who took the place"] = Of(6, 9, new(3, TrafficKind.ReplaceEarly, 20, 410), new(18, TrafficKind.Replace, 10, 79), new(30, TrafficKind.RunDies, 8, 925), new(40, TrafficKind.Replace, 13, 162)),
        ["the DNS is incomplete as the old nodes leave, and what is missing cannot be written"] = Of(7, 7, new(23, TrafficKind.ReplaceEarly, 5, 537), new(27, TrafficKind.DnsIsIncomplete, 13, 76), new(38, TrafficKind.WriteFails, 16, 791)),
    };

    private static TrafficHistory Of(int nodes, int healthySteps, params IReadOnlyList<TrafficEvent> events) => new(0, nodes, healthySteps, events);
}
