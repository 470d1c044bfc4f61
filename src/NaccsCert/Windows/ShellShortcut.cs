using System;
using System.Reflection;
using NaccsCert.Renewal;

namespace NaccsCert.Windows;

/// <summary>
/// Writes shortcuts by the COM object of the Windows Script Host, bound late. The runtime makes an exception of any kind of what the
/// object says, wrapped or bare.
/// </summary>
/// <param name="create">Makes the object, <c>WScript.Shell</c>; null where there is none.</param>
internal sealed class ShellShortcut(Func<object?> create)
{
    // Expanded when the entry is started.
    private const string WorkingDirectory = "%USERPROFILE%";

    /// <summary>Writes a shortcut.</summary>
    /// <param name="path">Its file; the name ends in <c>.lnk</c> and is ASCII, as the object knows no other characters everywhere.</param>
    /// <param name="entry">What it starts.</param>
    /// <exception cref="NotSupportedException">There is no such object, or it makes nothing.</exception>
    public void Write(string path, StartMenuEntry entry)
    {
        object shell = create() ?? throw new NotSupportedException("WScript.Shell");
        object shortcut = Call(shell, "CreateShortcut", path) ?? throw new NotSupportedException("CreateShortcut");
        Set(shortcut, "TargetPath", entry.Program);
        Set(shortcut, "Arguments", entry.Arguments);
        Set(shortcut, "WorkingDirectory", WorkingDirectory);
        Call(shortcut, "Save");
    }

    /// <summary>What the object itself has said.</summary>
    public static Exception Cause(Exception exception) =>
        exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;

    private static object? Call(object target, string method, params object?[] arguments) =>
        target.GetType().InvokeMember(method, BindingFlags.InvokeMethod, null, target, arguments, null);

    private static void Set(object target, string property, string value) =>
        target.GetType().InvokeMember(property, BindingFlags.SetProperty, null, target, [value], null);
}
