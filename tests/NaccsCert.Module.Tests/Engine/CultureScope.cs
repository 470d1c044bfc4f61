using System;
using System.Globalization;

namespace NaccsCert.Module.Tests.Engine;

/// <summary>Runs the current thread in a culture until disposed.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _formatting = CultureInfo.CurrentCulture;
    private readonly CultureInfo _messages = CultureInfo.CurrentUICulture;

    /// <summary>Sets the culture of formatting and of messages.</summary>
    public CultureScope(CultureInfo culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;

    /// <inheritdoc/>
    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_formatting, _messages);
}
