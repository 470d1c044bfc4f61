using System;
using System.Collections.Generic;
using System.Globalization;

namespace NaccsCert.TestSupport;

/// <summary>
/// The culture in which a run of the tests and every .NET process that it starts speak, format and calculate: that of
/// <c>NACCSCERT_TEST_CULTURE</c>, or en-US.
/// </summary>
public static class RunCulture
{
    /// <summary>The variable that names the culture, for example <c>tr-TR</c> or <c>ja-JP-u-ca-japanese</c>.</summary>
    public const string Variable = "NACCSCERT_TEST_CULTURE";

    /// <summary>How BCP 47 asks for the calendar of Japan's eras. The runtime takes such a name, but leaves the calendar as it is.</summary>
    private const string CalendarOfEras = "-u-ca-japanese";

    private const string StartupHooks = "DOTNET_STARTUP_HOOKS";

    /// <summary>The culture.</summary>
    public static CultureInfo Current { get; } = Named(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? name : "en-US");

    /// <summary>Makes a culture, in the Japanese calendar where its name asks for it.</summary>
    /// <param name="name">Its BCP 47 name.</param>
    /// <exception cref="CultureNotFoundException">The machine knows no such culture, and would run in another one.</exception>
    public static CultureInfo Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!name.EndsWith(CalendarOfEras, StringComparison.OrdinalIgnoreCase))
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }

        var culture = new CultureInfo(CultureInfo.GetCultureInfo(name[..^CalendarOfEras.Length], predefinedOnly: true).Name);
        culture.DateTimeFormat.Calendar = new JapaneseCalendar();
        return CultureInfo.ReadOnly(culture);
    }

    /// <summary>Gives the environment variables that put a .NET process into a culture.</summary>
    /// <param name="name">The BCP 47 name of the culture.</param>
    public static IReadOnlyDictionary<string, string?> VariablesFor(string name) => new Dictionary<string, string?>
    {
        [StartupHooks] = typeof(RunCulture).Assembly.Location,
        [Variable] = name,
    };

    /// <summary>Puts this process and its children into the culture. Do it before other threads begin.</summary>
    public static void ApplyToThisProcess()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Current;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = Current;
        Environment.SetEnvironmentVariable(StartupHooks, typeof(RunCulture).Assembly.Location);
    }
}
