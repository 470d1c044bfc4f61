namespace NaccsCert.Loader;

/// <content>In PowerShell 7 there is something to set up.</content>
public sealed partial class LoaderImport
{
    static partial void SetUp() => PrivateLoadContext.Enable();
}
