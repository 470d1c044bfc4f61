using System.Reflection;

namespace NaccsCert.Diagnostics;

/// <summary>The version of this module, as people name it (manual 9.1).</summary>
internal static class ModuleVersion
{
    /// <summary>For example <c>1.2.0</c>.</summary>
    public static string Text { get; } = typeof(ModuleVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
