namespace NaccsCert.Services;

/// <summary>The operator's own program for the certificates of a service (manual 3), which may be installed beside this module.</summary>
/// <param name="DisplayName">Its name among the installed apps of Windows (manual 8.1).</param>
/// <param name="Installer">The file name of its installer, which removes it too (manual 8.2).</param>
internal sealed record OfficialTool(string DisplayName, string Installer);
