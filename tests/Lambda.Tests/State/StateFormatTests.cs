using System.Text;
using FsCheck.Fluent;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.State;

public sealed class StateFormatTests
{
    private const int Documents = 5_000;

    private static readonly SyncState Full = SyncState.Empty(World.Key) with
    {
        Addresses = [World.Address(1), World.Address(2)],
        AddressesSince = ManualClock.Start,
        Owned = [new(World.Address(1), ManualClock.Start, UnlistedSince: ManualClock.Start), new(World.Address(3), ManualClock.Start, new Absence(ManualClock.Start, ManualClock.Start, 2, ManualClock.Start, ManualClock.Start))],
        Decline = new Decline(3, ManualClock.Start),
        Intent = new Intent(ManualClock.Start, [World.Address(1)], [World.Address(3)], "1", [new(World.Address(3), World.Address(1), ManualClock.Start)]),
        RemovingSince = ManualClock.Start,
    };

    [Fact]
    public void A_state_is_written_for_people_to_read() => Assert.Equal(
        """
        {
          "schema": "static-ip-sync",
          "version": 2,
          "loadBalancer": "internal-app-1.eu-west-1.elb.amazonaws.com",
          "targetGroup": "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/app/0123456789abcdef",
          "port": 443,
          "addresses": [
            "10.0.0.1",
            "10.0.0.2"
          ],
          "addressesSince": "2030-01-15T12:00:00+00:00",
          "owned": [
            {
              "address": "10.0.0.1",
              "since": "2030-01-15T12:00:00+00:00",
              "unlistedSince": "2030-01-15T12:00:00+00:00"
            },
            {
              "address": "10.0.0.3",
              "since": "2030-01-15T12:00:00+00:00",
              "missing": {
                "since": "2030-01-15T12:00:00+00:00",
                "lastCounted": "2030-01-15T12:00:00+00:00",
                "runs": 2,
                "sickSince": "2030-01-15T12:00:00+00:00",
                "left": "2030-01-15T12:00:00+00:00"
              }
            }
          ],
          "decline": {
            "serving": 3,
            "nextAt": "2030-01-15T12:00:00+00:00"
          },
          "intent": {
            "at": "2030-01-15T12:00:00+00:00",
            "register": [
              "10.0.0.1"
            ],
            "deregister": [
              "10.0.0.3"
            ],
            "run": "1",
            "successions": [
              {
                "leaving": "10.0.0.3",
                "newcomer": "10.0.0.1",
                "since": "2030-01-15T12:00:00+00:00"
              }
            ]
          },
          "removingSince": "2030-01-15T12:00:00+00:00"
        }
        """,
        Encoding.UTF8.GetString(StateFormat.Write(Full)));

    [Fact]
    public void What_was_written_is_read() => Assert.Equal(StateFormat.Write(Full), StateFormat.Write(StateFormat.Read(StateFormat.Write(Full), World.Key)));

    [Fact]
    public void A_state_of_version_1_is_read()
    {
        const string Written = """
            {
              "schema": "static-ip-sync", "version": 1, "loadBalancer": "internal-app-1.eu-west-1.elb.amazonaws.com",
              "targetGroup": "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/app/0123456789abcdef", "port": 443,
              "addresses": ["10.0.0.1"], "addressesSince": "2030-01-15T12:00:00+00:00",
              "owned": [
                { "address": "10.0.0.1", "since": "2030-01-15T12:00:00+00:00" },
                { "address": "10.0.0.3", "since": "2030-01-15T12:00:00+00:00", "missing": { "since": "2030-01-15T12:00:00+00:00", "lastCounted": "2030-01-15T12:00:00+00:00", "runs": 2 } }
              ],
              "intent": { "at": "2030-01-15T12:00:00+00:00", "register": ["10.0.0.1"], "deregister": [] },
              "removingSince": "2030-01-15T12:00:00+00:00"
            }
            """;

        var state = StateFormat.Read(Encoding.UTF8.GetBytes(Written), World.Key);

        Assert.Equal([1, 3], state.Owned.Select(owned => (int)owned.Address.GetAddressBytes()[3]));
        Assert.Equal(2, state.Owned[1].Missing!.Runs);
        Assert.Null(state.Decline);
    }

    [Fact]
    public void The_state_of_a_full_group_is_short_enough_to_be_read()
    {
        var owned = Enumerable.Range(1, 1000).Select(number => new OwnedTarget(World.Address(number), ManualClock.Start, new Absence(ManualClock.Start, ManualClock.Start, 3)));

        Assert.InRange(StateFormat.Write(Full with { Owned = [.. owned] }).Length, 1, StateFormat.LongestObject / 2);
    }

    [Theory]
    [InlineData("\"port\": 443", "\"port\": 80")]
    [InlineData("internal-app-1", "internal-app-2")]
    [InlineData("targetgroup/app/", "targetgroup/other/")]
    [InlineData("\"version\": 2", "\"version\": 3")]
    [InlineData("\"serving\": 3", "\"serving\": -1")]
    [InlineData("\"schema\": \"static-ip-sync\"", "\"schema\": \"terraform\"")]
    [InlineData("10.0.0.3", "10.0.0.1")]
    [InlineData("10.0.0.3", "ten")]
    [InlineData("\"owned\"", "\"ownd\"")]
    [InlineData("\"runs\": 2", "\"runs\": 0")]
    public void A_state_of_something_else_is_not_read(string here, string there)
    {
        var text = Encoding.UTF8.GetString(StateFormat.Write(Full)).Replace(here, there, StringComparison.Ordinal);

        Assert.StartsWith($"{World.Key.ObjectKey} is not a state of this function: ", Assert.Throws<UnreadableStateException>(() => StateFormat.Read(Encoding.UTF8.GetBytes(text), World.Key)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_an_object_holds_it_is_read_or_refused()
    {
        var written = StateFormat.Write(Full);
        var change = from at in Gen.Choose(0, written.Length - 1) from value in Gen.Choose(0, 255) select (at, (byte)value);
        var document = from changes in change.ListOf() from length in Gen.Frequency((3, Gen.Constant(written.Length)), (1, Gen.Choose(0, written.Length))) select Changed(written, changes, length);
        Prop.ForAll(document.ToArbitrary(), octets =>
        {
            try
            {
                StateFormat.Read(octets, World.Key);
            }
            catch (UnreadableStateException)
            {
                // Refused.
            }
            return true;
        }).Hold(Documents);
    }

    private static byte[] Changed(byte[] written, IEnumerable<(int At, byte Value)> changes, int length)
    {
        var document = written.ToArray();
        foreach (var (at, value) in changes)
        {
            document[at] = value;
        }
        return document[..length];
    }
}
