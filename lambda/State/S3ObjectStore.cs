using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Orchestrator.Lambda.State;

/// <summary>A bucket.</summary>
internal sealed class S3ObjectStore(AmazonS3Client client, string bucket) : IObjectStore
{
    public async Task<StoredObject?> GetAsync(string key, int longest, CancellationToken cancellationToken)
    {
        try
        {
            // Of a range the SDK does not take the ETag for the body's MD5, and throw where it does not look like one: an ETag says nothing but which version it is.
            using var response = await client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key, ByteRange = new ByteRange(0, longest) }, cancellationToken);
            if (response.ContentLength > longest)
            {
                throw new ObjectStoreException($"s3://{bucket}/{key} has {Length(response)} bytes; no more than {longest} are read");
            }
            var content = new byte[response.ContentLength];
            await response.ResponseStream.ReadExactlyAsync(content, cancellationToken);
            return new StoredObject(content, response.ETag);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound && exception.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            throw new ObjectStoreException($"s3://{bucket}/{key} is empty");
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.Forbidden)
        {
            throw new ObjectStoreException($"s3://{bucket}/{key} may not be read, or does not exist: {exception.ErrorCode}; the role needs s3:GetObject on it, and s3:ListBucket on the bucket, without which S3 answers 403 for what does not exist");
        }
        catch (AmazonS3Exception exception)
        {
            throw new ObjectStoreException($"s3://{bucket}/{key} could not be read: {exception.ErrorCode}: {exception.Message}");
        }
        catch (Exception exception) when (exception is AmazonClientException or HttpRequestException or IOException or OperationCanceledException)
        {
            throw new ObjectStoreException($"s3://{bucket}/{key} could not be read: {exception.Message}");
        }
    }

    /// <summary>The length of the whole object: that of the answer is of the range, where the store knows ranges.</summary>
    private static string Length(GetObjectResponse response) => response.ContentRange is { } range && range.Contains('/') ? range[(range.LastIndexOf('/') + 1)..] : $"{response.ContentLength}";

    public async Task<string> PutAsync(string key, ReadOnlyMemory<byte> content, string? version, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        var request = new PutObjectRequest { BucketName = bucket, Key = key, InputStream = stream, ContentType = "application/json", IfMatch = version, IfNoneMatch = version is null ? "*" : null };
        try
        {
            return (await client.PutObjectAsync(request, cancellationToken)).ETag;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict || (version is not null && exception.StatusCode == HttpStatusCode.NotFound))
        {
            throw new ObjectConflictException($"s3://{bucket}/{key}");
        }
        catch (AmazonS3Exception exception)
        {
            var hint = exception.StatusCode == HttpStatusCode.Forbidden ? "; the role needs s3:PutObject on it" : "";
            throw new ObjectStoreException($"s3://{bucket}/{key} could not be written: {exception.ErrorCode}: {exception.Message}{hint}");
        }
        catch (Exception exception) when (exception is AmazonClientException or HttpRequestException or IOException or OperationCanceledException)
        {
            throw new ObjectStoreException($"s3://{bucket}/{key} could not be written: {exception.Message}");
        }
    }
}
