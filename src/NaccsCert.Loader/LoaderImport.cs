using System.Management.Automation;

namespace NaccsCert.Loader;

/// <summary>Sets the private load context up before the cmdlets' assembly, which needs it, is looked at.</summary>
/// <remarks>
/// The manifest names the loader as a nested module for this alone: the engine imports those first. The cmdlets are a
/// binary root module in the default context, because the engine loses track of cmdlets that come out of another one
/// when the module is imported again (PowerShell issue 20710).
/// Windows PowerShell has one load context, and gets a loader that does nothing: so the manifest names the same files for
/// both editions, and needs no decision, which a cold engine would take longer over than over the file.
/// </remarks>
public sealed partial class LoaderImport : IModuleAssemblyInitializer
{
    /// <summary>Called by the engine when the module is imported; what is set up already stays as it is.</summary>
    public void OnImport() => SetUp();

    static partial void SetUp();
}
