using NaccsCert.Services;

namespace NaccsCert.PowerShell.Commands;

/// <summary>The environments of a service definition as users choose them.</summary>
internal static class ServiceEnvironments
{
    /// <summary>The environment that is meant; null for all.</summary>
    public static ServiceEnvironment? Of(HostEnvironment choice) => choice switch
    {
        HostEnvironment.Production => ServiceEnvironment.Production,
        HostEnvironment.Test => ServiceEnvironment.Test,
        _ => null,
    };
}
