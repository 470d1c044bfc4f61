using System;
using System.IO;
using System.Linq;

namespace NaccsCert.Diagnostics;

/// <summary>Gives an exception that the module does not know an id, a remedy and a place in the log.</summary>
internal static class UnexpectedErrors
{
    // COR_E_NOTSUPPORTED: .NET Framework does not load an assembly that was downloaded (its Mark of the Web).
    private const int NotSupported = unchecked((int)0x80131515);

    /// <summary>The error for an exception, which is logged.</summary>
    public static NaccsException From(Exception exception)
    {
        NaccsCertEventSource.Log.UnexpectedError(exception.GetType().FullName ?? string.Empty, ForeignText.ToMessage(exception.Message));
        return BlockedFile(exception) is { } file
            ? new NaccsException(ErrorId.ModuleBlocked, file, exception)
            : new NaccsException(ErrorId.Unexpected, exception.GetType().Name, exception, exception.Message);
    }

    // Assemblies are loaded when they are first needed, so the refusal of one can end any work.
    private static string? BlockedFile(Exception exception) =>
        Causes.Of(exception).OfType<FileLoadException>().FirstOrDefault(cause => cause.HResult == NotSupported) is { } refusal
            ? refusal.FileName ?? "NaccsCert"
            : null;
}
