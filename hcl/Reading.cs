namespace Orchestrator.Hcl;

/// <summary>How Terraform reads a string of its JSON syntax, which depends on the place.</summary>
internal enum Reading
{
    /// <summary>As a template: <c>${ }</c> is an expression.</summary>
    Template,

    /// <summary>As it is: a description, a default value, a version.</summary>
    Literal,

    /// <summary>As an expression without <c>${ }</c>: a type, an address.</summary>
    Expression,
}
