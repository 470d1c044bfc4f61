namespace NaccsCert.Renewal;

/// <summary>The command lines by which Windows starts the module for the reminder.</summary>
/// <remarks>
/// They name the module's folder without its version, so that they outlive its updates. Windows PowerShell is always there,
/// and shows toasts. <c>RemoteSigned</c> lets the module's format files load where nothing was set; Group Policy goes before it.
/// </remarks>
internal sealed class ReminderCommand
{
    private readonly string _systemFolder;
    private readonly string _import;
    private readonly string _service;
    private readonly ReminderTaskHost _host;

    /// <summary>Composes them.</summary>
    /// <param name="systemFolder">The system folder of Windows.</param>
    /// <param name="options">What the user chooses.</param>
    public ReminderCommand(string systemFolder, ReminderOptions options)
    {
        _systemFolder = systemFolder;
        _import = "Import-Module " + PowerShellLiteral.From(ModuleImport.PathFor(options.ModuleFolder)) + "; ";
        _service = options.Service is { } service ? " -Service " + PowerShellLiteral.From(service) : string.Empty;
        _host = options.TaskHost;
        RunArguments = (_host == ReminderTaskHost.Conhost ? $"--headless {Quoted(PowerShell)} " : "-WindowStyle Hidden ")
            + "-NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -Command "
            + Quoted($"{_import}Invoke-NaccsRenewalReminder -NonInteractive{_service}{(options.AutoRenew ? " -AutoRenew" : string.Empty)}");
    }

    /// <summary>
    /// The program of the task. <c>conhost.exe</c> has no window itself, and gives the one that it starts none.
    /// <c>-WindowStyle Hidden</c> hides a window that has been shown already (PowerShell #3028), but needs no other program.
    /// </summary>
    public string Program => _host == ReminderTaskHost.Conhost ? _systemFolder + @"\conhost.exe" : PowerShell;

    /// <summary>Its arguments: one run of the reminder.</summary>
    public string RunArguments { get; }

    /// <summary>The command line of the button that renews: a window that shows how it goes, and stays.</summary>
    public string RenewCommandLine =>
        $"{Quoted(PowerShell)} -NoProfile -NoExit -ExecutionPolicy RemoteSigned -Command "
        + Quoted($"{_import}Update-NaccsCertificate{_service}");

    private string PowerShell => _systemFolder + @"\WindowsPowerShell\v1.0\powershell.exe";

    // Windows parts arguments at quotation marks. None is in what is quoted here, and no backslash stands at its end.
    private static string Quoted(string text) => "\"" + text + "\"";
}
