using System;
using System.Globalization;

namespace NaccsCert.Module.Tests.Engine;

/// <summary>Runs the current thread in a culture until disposed.</summary>
internal sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _formatting = CultureInfo.CurrentCulture;
    private readonly CultureInfo _messages = CultureInfo.CurrentUICulture;

    /// <summary>Sets both.</summary>
    /// <param name="formatting">The culture of formatting.</param>
    /// <param name="messages">The culture of messages.</param>
    public CultureScope(CultureInfo formatting, CultureInfo messages) =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (formatting, messages);

    /// <inheritdoc/>
    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_formatting, _messages);
}
