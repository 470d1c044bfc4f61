// What the compiler looks for, by name, to build init-only setters and required members, and .NET Framework 4.8 lacks.
// Written out rather than generated: a generator put the types out in another order each time, and no two builds of the
// same source were the same.
namespace System.Runtime.CompilerServices;

/// <summary>Marks a setter as init-only (C# 9).</summary>
internal static class IsExternalInit;

/// <summary>Marks a type and its members that have to be set when an object is made (C# 11).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
internal sealed class RequiredMemberAttribute : Attribute;

/// <summary>Keeps compilers that do not know a feature from using what is built on it.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    /// <summary>The name of the feature.</summary>
    public string FeatureName { get; } = featureName;
}
