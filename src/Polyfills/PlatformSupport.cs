// What the platform analyzer of later frameworks reads, and .NET Framework 4.8 lacks: the code that carries it is the same.
namespace System.Runtime.Versioning;

/// <summary>Says on which operating system something works.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class SupportedOSPlatformAttribute(string platformName) : Attribute
{
    /// <summary>The name of the system.</summary>
    public string PlatformName { get; } = platformName;
}

/// <summary>Marks a member that tells whether this is that operating system.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
internal sealed class SupportedOSPlatformGuardAttribute(string platformName) : Attribute
{
    /// <summary>The name of the system.</summary>
    public string PlatformName { get; } = platformName;
}
