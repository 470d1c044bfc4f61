using System;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NaccsCert.Windows;

/// <summary>A source of the Application log that is open for writing, until it is disposed of.</summary>
internal sealed class ApplicationLogHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>Makes an object that a function of Windows puts the handle into.</summary>
    public ApplicationLogHandle()
        : base(ownsHandle: true)
    {
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => DeregisterEventSource(handle);

    [DllImport("advapi32.dll", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool DeregisterEventSource(IntPtr log);
}
