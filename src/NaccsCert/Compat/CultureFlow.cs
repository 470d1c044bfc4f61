using System.Globalization;
#if !NET
using System;
using System.Threading;
#endif

namespace NaccsCert.Compat;

/// <summary>
/// Keeps the cultures of a session on all threads that its work goes to. .NET does that itself; .NET Framework only for programs that
/// say to be made for 4.6 or later, which powershell.exe does not.
/// </summary>
internal static class CultureFlow
{
#if NET
    /// <summary>Sets the cultures of this thread, and of whatever follows in its execution context.</summary>
    public static void Keep(CultureInfo culture, CultureInfo uiCulture) =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
#else
    private static readonly AsyncLocal<Tuple<CultureInfo, CultureInfo>?> Kept = new(Changed);

    [ThreadStatic]
    private static Tuple<CultureInfo, CultureInfo>? _before;

    /// <summary>Sets the cultures of this thread, and of whatever follows in its execution context.</summary>
    public static void Keep(CultureInfo culture, CultureInfo uiCulture) => Kept.Value = Tuple.Create(culture, uiCulture);

    // A thread of the pool is given back as it was.
    private static void Changed(AsyncLocalValueChangedArgs<Tuple<CultureInfo, CultureInfo>?> change)
    {
        Thread thread = Thread.CurrentThread;
        if (change.CurrentValue is not null)
        {
            _before ??= Tuple.Create(thread.CurrentCulture, thread.CurrentUICulture);
        }

        if ((change.CurrentValue ?? _before) is { } cultures)
        {
            (thread.CurrentCulture, thread.CurrentUICulture) = (cultures.Item1, cultures.Item2);
        }

        if (change.CurrentValue is null)
        {
            _before = null;
        }
    }
#endif
}
