using System;
using System.IO;
using System.Management.Automation;
using System.Reflection;
using System.Reflection.Emit;
using System.Threading.Tasks;
using NaccsCert.TestSupport.PowerShell;
using Xunit;

namespace NaccsCert.Module.Tests.Scripts;

/// <summary>
/// Assemblies that Windows refuses to load. The refusal is made as the runtime makes it, by an assembly that throws it when it is
/// imported: outside Windows nothing can be marked as downloaded, nor forbidden.
/// </summary>
public sealed class RefusedModuleTests(FleetService service) : FleetTests(service)
{
    // A Mark of the Web, in .NET Framework: COR_E_NOTSUPPORTED.
    private const int Downloaded = unchecked((int)0x80131515);

    // AppLocker: ERROR_ACCESS_DISABLED_BY_POLICY.
    private const int Denied = unchecked((int)0x800704EC);

    // App Control: ERROR_SYSTEM_INTEGRITY_POLICY_VIOLATION.
    private const int NotAllowed = unchecked((int)0x800711C7);

    [Theory]
    [InlineData("Detect", Downloaded, "ModuleBlocked")]
    [InlineData("Detect", Denied, "ModuleNotAllowed")]
    [InlineData("Detect", NotAllowed, "ModuleNotAllowed")]
    [InlineData("Remediate", Downloaded, "ModuleBlocked")]
    [InlineData("Remediate", Denied, "ModuleNotAllowed")]
    [InlineData("Remediate", NotAllowed, "ModuleNotAllowed")]
    public async Task A_refusal_is_told_with_its_remedy(string script, int refusal, string code)
    {
        string beside = Refused(script, refusal);
        ProcessRun run = await RunAsync(beside);
        Expect(code, 1, run);
        Assert.Equal(refusal == Downloaded ? "Unblock-File" : null, (string?)Answer(run)["remedy"]);
    }

    [Fact]
    public async Task An_installed_module_that_is_refused_is_told_too()
    {
        Refused("Detect", Downloaded);
        Expect("ModuleBlocked", 1, await RunTextAsync(Scratch.FullPath, $"& '{Alone("Intune/Detect-NaccsCertificate.ps1")}'"));
        Expect("ModuleBlocked", 1, await RunTextAsync(Scratch.FullPath, $"& '{Alone("Intune/Remediate-NaccsCertificate.ps1")}'"));
    }

    // A module whose loader is refused; gives the path of a script in it.
    private string Refused(string script, int refusal)
    {
        string folder = Directory.CreateDirectory(Scratch.Member("NaccsCert")).FullName;
        string bin = Directory.CreateDirectory(Path.Combine(folder, "bin", "Core")).FullName;
        Save(Path.Combine(bin, "NaccsCert.Loader.dll"), refusal);
        File.WriteAllText(
            Path.Combine(folder, "NaccsCert.psd1"),
            "@{ ModuleVersion = '1.0'; NestedModules = 'bin/Core/NaccsCert.Loader.dll'; CmdletsToExport = 'Test-NaccsCompliance' }");
        string name = $"Intune/{script}-NaccsCertificate.ps1";
        string path = Path.Combine(folder, "scripts", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(ScriptAt(name), path);
        return path;
    }

    private static void Save(string path, int refusal)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("NaccsCert.Loader"), typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule("Loader").DefineType(
            "Loader.Refusal", TypeAttributes.Public, typeof(object), [typeof(IModuleAssemblyInitializer)]);
        ILGenerator body = type.DefineMethod(
            nameof(IModuleAssemblyInitializer.OnImport),
            MethodAttributes.Public | MethodAttributes.Virtual).GetILGenerator();
        body.Emit(OpCodes.Ldstr, "Could not load file or assembly 'NaccsCert.Loader' or one of its dependencies.");
        body.Emit(OpCodes.Ldstr, "An attempt was made to load an assembly from a network location.");
        body.Emit(OpCodes.Newobj, typeof(NotSupportedException).GetConstructor([typeof(string)])!);
        body.Emit(OpCodes.Newobj, typeof(FileLoadException).GetConstructor([typeof(string), typeof(Exception)])!);
        body.Emit(OpCodes.Dup);
        body.Emit(OpCodes.Ldc_I4, refusal);
        body.Emit(OpCodes.Callvirt, typeof(Exception).GetProperty(nameof(Exception.HResult))!.SetMethod!);
        body.Emit(OpCodes.Throw);
        type.CreateType();
        assembly.Save(path);
    }
}
