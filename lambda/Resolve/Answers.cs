using System.Net;
using Orchestrator.Lambda.Dns;

namespace Orchestrator.Lambda.Resolve;

/// <summary>Reads what an answer says of the name that was asked for, and nothing else that may stand in it.</summary>
internal static class Answers
{
    private const int LongestChain = 16;

    /// <summary>The name that CNAMEs lead to, and its addresses.</summary>
    /// <exception cref="ResolveException">The CNAMEs lead round in a circle, or to what is no host.</exception>
    internal static (DnsName Name, IReadOnlyList<IPAddress> Addresses) Follow(DnsMessage message)
    {
        var name = message.Question.Name;
        for (var step = 0; step < LongestChain; step++)
        {
            if (message.Answers.FirstOrDefault(record => record.Type == RecordType.CNAME && record.Owner == name) is not { Name: { } next })
            {
                return (name, [.. message.Answers.Where(record => record.Type == message.Question.Type && record.Owner == name).Select(record => record.Address!)]);
            }
            name = DnsName.Parse(next.ToString()) ?? throw new ResolveException($"{name} leads to \"{next}\", which no host may be called: {DnsName.Problem(next.ToString())}");
        }
        throw new ResolveException($"the CNAMEs of {message.Question.Name} lead round in a circle, or on over more than {LongestChain} names");
    }

    /// <summary>Why an answer is none; null where it is one.</summary>
    internal static string? Problem(DnsMessage message) => message.Code switch
    {
        ResponseCode.NoError => null,
        ResponseCode.NameError => "there is no such name (NXDOMAIN)",
        ResponseCode.ServerFailure => "the server failed (SERVFAIL)",
        var code => $"the server answered {code}",
    };
}
