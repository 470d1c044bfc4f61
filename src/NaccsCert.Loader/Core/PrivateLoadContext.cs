using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace NaccsCert.Loader;

/// <summary>
/// Holds the library and the third-party assemblies under it, each loaded when first needed, so that another module's
/// copies of them neither disturb nor are disturbed.
/// </summary>
/// <remarks>
/// The cmdlets and the records stay in the default context, the only one in which PowerShell finds a type by its name.
/// </remarks>
internal sealed class PrivateLoadContext : AssemblyLoadContext
{
    private const string LibraryName = "NaccsCert";
    private const string RecordsName = "NaccsCert.Records";

    private static readonly PrivateLoadContext Instance = new();

    private readonly string _folder = Path.GetDirectoryName(typeof(PrivateLoadContext).Assembly.Location) ?? string.Empty;

    private PrivateLoadContext()
        : base(LibraryName)
    {
        Default.Resolving += (_, name) => name.Name == LibraryName ? LoadFromAssemblyName(name) : null;
    }

    /// <summary>Makes the default context find the library here. Once a process; further calls change nothing.</summary>
    public static void Enable() => _ = Instance;

    /// <summary>Finds an assembly beside the loader, except the records, which are the default context's.</summary>
    /// <returns>The assembly; null leaves it to the default context.</returns>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string path = Path.Join(_folder, $"{assemblyName.Name}.dll");
        return assemblyName.Name != RecordsName && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
