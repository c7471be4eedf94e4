namespace Orchestrator.Modules.Manifest;

/// <summary>
/// Marks a property whose value nobody may read in a manifest or in a message. A manifest gives it by <c>${env:NAME}</c> or <c>${file:path}</c>, or,
/// where the property is a record, says where it is kept; written out, it is refused (MAN016). No finding shows it, nor any other value that is
/// equal to it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
