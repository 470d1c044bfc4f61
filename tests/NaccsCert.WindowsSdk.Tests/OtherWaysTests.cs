using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using dnlib.DotNet;
using dnlib.DotNet.Emit;
using NaccsCert.WindowsSdk.Tests.Sdk;
using NaccsCert.WindowsSdk.Tests.Shipped;
using Xunit;

namespace NaccsCert.WindowsSdk.Tests;

/// <summary>The module goes no other way into Windows than those that the other tests look at: of COM the Task Scheduler and, whose members no header of the SDK declares, the Script Host's shell; and no pointer to a function.</summary>
public sealed partial class OtherWaysTests
{
    private static readonly string[] Members =
    [
        "System.Type::GetTypeFromProgID",
        "System.Type::GetTypeFromCLSID",
        "System.Activator::CreateComInstanceFrom",
        "System.Runtime.InteropServices.Marshal::BindToMoniker",
        "System.Runtime.InteropServices.Marshal::GetActiveObject",
        "System.Runtime.InteropServices.Marshal::GetDelegateForFunctionPointer",
        "System.Runtime.InteropServices.Marshal::GetObjectForIUnknown",
        "System.Runtime.InteropServices.Marshal::GetTypedObjectForIUnknown",
        "System.Runtime.InteropServices.NativeLibrary::",
    ];

    [Fact]
    public void No_class_is_one_of_COM() =>
        Assert.Equal(
            [],
            ShippedModules.All.SelectMany(module => module.GetTypes())
                .Where(type => type.IsImport || IsGeneratedForCom(type))
                .Select(type => type.FullName));

    [Fact]
    public void Only_the_Task_Scheduler_and_the_Script_Host_are_objects_of_COM_and_no_function_is_called_by_its_address() =>
        Assert.Equal(
            [
                "Core StartMenu.NewShell", "Core WindowsTaskScheduler.NewServiceObject",
                "Desktop StartMenu.NewShell", "Desktop WindowsTaskScheduler.NewServiceObject",
            ],
            ShippedModules.Methods
                .Where(method => method.Body.Instructions.Any(instruction => instruction.OpCode.Code == Code.Calli || IsOfCom(instruction)))
                .Select(ShippedModules.Describe)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void No_script_that_ships_goes_one_of_these_ways()
    {
        string[] scripts =
        [
            .. Directory.GetFiles(SdkFolders.StagedModule, "*.ps*", SearchOption.AllDirectories)
                .Concat(Directory.GetFiles(SdkFolders.StagedModule, "*.vbs", SearchOption.AllDirectories)),
        ];
        Assert.NotEmpty(scripts);
        Assert.DoesNotContain(scripts, path => Ways().IsMatch(File.ReadAllText(path)));
    }

    private static bool IsGeneratedForCom(TypeDef type) =>
        type.CustomAttributes.Any(attribute => attribute.TypeFullName == "System.Runtime.InteropServices.Marshalling.GeneratedComInterfaceAttribute");

    private static bool IsOfCom(Instruction instruction) =>
        instruction.Operand is IMethod { IsMethod: true } method
        && Members.Any(member => $"{method.DeclaringType.FullName}::{method.Name}".StartsWith(member, StringComparison.Ordinal));

    [GeneratedRegex(
        @"DllImport|-ComObject|GetTypeFromProgID|GetTypeFromCLSID|GetActiveObject|WindowsRuntime|CreateObject",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ways();
}
