using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Lambda.Tests.Network;

/// <summary>Checks AWS's signature version 4 by computing it again from what arrived.</summary>
internal static class SignatureCheck
{
    internal const string AccessKey = "AKIAEXAMPLE";
    internal const string SecretKey = "example-secret-key";

    /// <summary>Why the signature is not right; null where it is.</summary>
    internal static string? Problem(HttpListenerRequest request, byte[] body, string service)
    {
        const string Algorithm = "AWS4-HMAC-SHA256 ";
        var authorization = request.Headers["Authorization"] ?? "";
        if (!authorization.StartsWith(Algorithm, StringComparison.Ordinal))
        {
            return "not signed";
        }
        var parts = authorization[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        var scope = parts["Credential"].Split('/');
        if (scope[0] != AccessKey || scope[2] != "eu-west-1" || scope[3] != service)
        {
            return $"signed for {parts["Credential"]}";
        }
        var sent = request.Headers["X-Amz-Content-SHA256"];
        var bodyHash = Hex(SHA256.HashData(body));
        if (sent is not null && sent != bodyHash && sent.Length == bodyHash.Length)
        {
            return "the body is not what was signed";
        }
        var headers = parts["SignedHeaders"].Split(';');
        var canonical = string.Join('\n', [
            request.HttpMethod,
            // Every service but S3 encodes the path once more.
            service == "s3" ? request.RawUrl!.Split('?')[0] : request.RawUrl!.Split('?')[0].Replace("%", "%25", StringComparison.Ordinal),
            Query(request.RawUrl),
            .. headers.Select(name => $"{name}:{string.Join(' ', (request.Headers[name] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))}"),
            "",
            parts["SignedHeaders"],
            sent ?? bodyHash,
        ]);
        var toSign = string.Join('\n', "AWS4-HMAC-SHA256", request.Headers["X-Amz-Date"], string.Join('/', scope[1..]), Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = scope[1..].Aggregate(Encoding.UTF8.GetBytes($"AWS4{SecretKey}"), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign))) == parts["Signature"] ? null : $"the signature does not match:\n{canonical}";
    }

    private static string Query(string url) =>
        url.Contains('?') ? string.Join('&', url.Split('?', 2)[1].Split('&').Select(part => part.Contains('=') ? part : $"{part}=").Order(StringComparer.Ordinal)) : "";

    private static string Hex(byte[] octets) => Convert.ToHexStringLower(octets);
}
