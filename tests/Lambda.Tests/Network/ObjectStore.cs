using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Orchestrator.Lambda.Tests.Network;

/// <summary>The objects of one bucket as S3 keeps them: with ETags, conditional writes, and every version that there was.</summary>
internal sealed class ObjectStore(string bucket)
{
    private readonly Lock _lock = new();
    private int _writes;

    /// <summary>The ETag of the write with a number. Nothing but a version: S3 promises no more.</summary>
    internal Func<int, string> ETags { get; set; } = static write => $"\"{write}-1\"";

    /// <summary>The objects, by key.</summary>
    internal Dictionary<string, (byte[] Content, string ETag)> Objects { get; } = [];

    /// <summary>Every version of every object, the oldest first; null where it was deleted.</summary>
    internal Dictionary<string, List<byte[]?>> Versions { get; } = [];

    /// <summary>Answers a request.</summary>
    /// <returns>The error to answer with; null where all is well.</returns>
    internal (int Status, string Code, string Message)? Answer(HttpListenerContext context, byte[] body)
    {
        var (request, response) = (context.Request, context.Response);
        var path = Uri.UnescapeDataString(request.RawUrl!.Split('?')[0]);
        var key = path.Length > bucket.Length + 2 ? path[(bucket.Length + 2)..] : "";
        lock (_lock)
        {
            return key.Length == 0 ? List(request, response) : request.HttpMethod switch
            {
                "GET" or "HEAD" => Get(request, response, key),
                "DELETE" => Delete(response, key),
                _ => Put(request, response, key, body),
            };
        }
    }

    private (int, string, string)? List(HttpListenerRequest request, HttpListenerResponse response)
    {
        var prefix = request.QueryString["prefix"] ?? "";
        var contents = Objects.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(entry => new XElement("Contents", new XElement("Key", entry.Key), new XElement("Size", entry.Value.Content.Length)));
        var list = new XElement("ListBucketResult", new XElement("Name", bucket), new XElement("Prefix", prefix), new XElement("IsTruncated", "false"), contents);
        response.ContentType = "application/xml";
        response.OutputStream.Write(Encoding.UTF8.GetBytes(list.ToString()));
        return null;
    }

    private (int, string, string)? Get(HttpListenerRequest request, HttpListenerResponse response, string key)
    {
        if (!Objects.TryGetValue(key, out var stored))
        {
            return (404, "NoSuchKey", "The specified key does not exist.");
        }
        response.AddHeader("ETag", stored.ETag);
        var content = stored.Content;
        if (request.Headers["Range"] is { } range)
        {
            if (content.Length == 0)
            {
                return (416, "InvalidRange", "The requested range is not satisfiable");
            }
            var last = Math.Min(long.Parse(range.Split('-')[1], CultureInfo.InvariantCulture), content.Length - 1);
            response.StatusCode = 206;
            response.AddHeader("Content-Range", $"bytes 0-{last}/{content.Length}");
            content = content[..(int)(last + 1)];
        }
        response.ContentLength64 = content.Length;
        if (request.HttpMethod == "GET")
        {
            response.OutputStream.Write(content);
        }
        return null;
    }

    private (int, string, string)? Delete(HttpListenerResponse response, string key)
    {
        if (Objects.Remove(key))
        {
            Versions[key].Add(null);
        }
        response.StatusCode = 204;
        return null;
    }

    private (int, string, string)? Put(HttpListenerRequest request, HttpListenerResponse response, string key, byte[] body)
    {
        var known = Objects.TryGetValue(key, out var stored);
        var ifMatch = request.Headers["If-Match"];
        if ((request.Headers["If-None-Match"] == "*" && known) || (ifMatch is not null && ifMatch != stored.ETag))
        {
            return (412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        }
        var content = Unchunk(request, body);
        Objects[key] = (content, ETags(++_writes));
        if (!Versions.TryGetValue(key, out var versions))
        {
            Versions[key] = versions = [];
        }
        versions.Add(content);
        response.AddHeader("ETag", Objects[key].ETag);
        return null;
    }

    // The SDK may send a body in chunks, each with its length in front.
    private static byte[] Unchunk(HttpListenerRequest request, byte[] body)
    {
        if (request.Headers["Content-Encoding"] != "aws-chunked")
        {
            return body;
        }
        var content = new List<byte>();
        var position = 0;
        while (true)
        {
            var end = Array.IndexOf(body, (byte)'\n', position);
            var length = int.Parse(Encoding.ASCII.GetString(body, position, end - position).Split(';')[0].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0)
            {
                return [.. content];
            }
            content.AddRange(body.AsSpan(end + 1, length));
            position = end + 1 + length + 2;
        }
    }
}
