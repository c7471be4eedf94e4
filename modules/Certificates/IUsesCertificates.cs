using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Certificates;

/// <summary>Something that presents certificates to its clients, and so needs them in its own region.</summary>
internal interface IUsesCertificates : IProps
{
    /// <summary>The certificates, with the path of the property that names each.</summary>
    IEnumerable<(string Property, ICertificate Certificate)> Certificates { get; }

    /// <summary>The certificates of a listener.</summary>
    /// <param name="certificate">The one that clients get unless they ask for another.</param>
    /// <param name="additional">Those for other names.</param>
    static IEnumerable<(string Property, ICertificate Certificate)> Of(ICertificate? certificate, IReadOnlyDictionary<string, ICertificate> additional)
    {
        if (certificate is not null)
        {
            yield return ("certificate", certificate);
        }
        foreach (var (name, other) in additional)
        {
            yield return ($"additionalCertificates.{name}", other);
        }
    }
}
