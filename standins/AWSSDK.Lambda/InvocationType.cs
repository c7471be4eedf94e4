using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>Whether an invocation waits for its answer.</summary>
public class InvocationType : ConstantClass
{
    /// <summary>It waits.</summary>
    public static readonly InvocationType RequestResponse = new("RequestResponse");

    /// <summary>A value that has no constant here.</summary>
    public InvocationType(string value) : base(value)
    {
    }

    /// <summary>The constant of a value.</summary>
    public static InvocationType FindValue(string value) => FindValue<InvocationType>(value);

    /// <summary>The constant of a value.</summary>
    public static implicit operator InvocationType(string value) => FindValue(value);
}
