using System;
using System.Globalization;

namespace NaccsCert.Tests.Support;

/// <summary>Runs code as users of other languages and calendars do.</summary>
internal static class Cultures
{
    /// <summary>Runs an action in a culture with the calendar that trips up most code there.</summary>
    public static void Run(string name, Action action)
    {
        (CultureInfo culture, CultureInfo interfaceCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Make(name);
            action();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, interfaceCulture);
        }
    }

    private static CultureInfo Make(string name)
    {
        var culture = new CultureInfo(name);
        if (name == "ja-JP")
        {
            culture.DateTimeFormat.Calendar = new JapaneseCalendar();
        }

        return culture;
    }
}
