using System;
using System.Security;

namespace NaccsCert.Shims;

/// <summary>Time zones by their IANA name.</summary>
internal static class TimeZones
{
    /// <summary>The zone of that name, or null when this computer does not know it.</summary>
    public static TimeZoneInfo? Find(string ianaName)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(PlatformName(ianaName));
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

#if NET
    private static string PlatformName(string ianaName) => ianaName;
#else
    // .NET Framework on Windows knows only the names of Windows; this one covers the zone of the service.
    private static string PlatformName(string ianaName) =>
        ianaName == "Asia/Tokyo" && Environment.OSVersion.Platform == PlatformID.Win32NT ? "Tokyo Standard Time" : ianaName;
#endif
}
