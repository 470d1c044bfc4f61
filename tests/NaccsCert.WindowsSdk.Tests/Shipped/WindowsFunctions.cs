using System;
using System.Collections.Generic;
using System.Linq;
using dnlib.DotNet;
using dnlib.DotNet.Emit;

namespace NaccsCert.WindowsSdk.Tests.Shipped;

/// <summary>The functions of Windows that the module declares.</summary>
internal static class WindowsFunctions
{
    /// <summary>The libraries of other systems. Any other name is a DLL of Windows.</summary>
    private static readonly string[] Elsewhere = ["libc", "libSystem.Native"];

    /// <summary>Each declaration, in each assembly.</summary>
    public static IReadOnlyList<MethodDef> All { get; } =
    [
        .. ShippedModules.All.SelectMany(module => module.GetTypes()).SelectMany(type => type.Methods).Where(IsOfWindows),
    ];

    /// <summary>The places where they are called: the code of a method, and the position in it.</summary>
    public static IEnumerable<(MethodDef Caller, int Position, MethodDef Function)> Calls =>
        from caller in ShippedModules.Methods
        from position in Enumerable.Range(0, caller.Body.Instructions.Count)
        let instruction = caller.Body.Instructions[position]
        where instruction.OpCode.Code is Code.Call or Code.Ldftn
        let function = instruction.Operand as MethodDef
        where function is not null && IsOfWindows(function)
        select (caller, position, function);

    private static bool IsOfWindows(MethodDef method) =>
        method.ImplMap is { } import && !Elsewhere.Contains(import.Module.Name.String, StringComparer.Ordinal);
}
