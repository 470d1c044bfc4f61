using System;
using System.Security;

namespace NaccsCert.Compat;

/// <summary>Time zones by their IANA name.</summary>
internal static class TimeZones
{
    /// <summary>The zone of the service and of NSS.</summary>
    public const string ZoneOfTheService = "Asia/Tokyo";

    private const string ItsNameOnWindows = "Tokyo Standard Time";

    /// <summary>The zone of that name, or null when this computer does not know it.</summary>
    // Without ICU Windows knows only its own names: .NET Framework always, .NET where it is told to use NLS.
    public static TimeZoneInfo? Find(string ianaName) =>
        FindExactly(ianaName) ?? (ianaName == ZoneOfTheService ? FindExactly(ItsNameOnWindows) : null);

    private static TimeZoneInfo? FindExactly(string name)
    {
        // Not every platform refuses a path in place of a name.
        if (name.StartsWith("/", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (TimeZoneNotFoundException)
        {
            return null;
        }
        catch (InvalidTimeZoneException)
        {
            return null;
        }
        catch (SecurityException)
        {
            // "Asia" is a folder of zones.
            return null;
        }
    }
}
