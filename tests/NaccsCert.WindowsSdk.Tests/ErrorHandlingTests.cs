using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using dnlib.DotNet;
using dnlib.DotNet.Emit;
using NaccsCert.WindowsSdk.Tests.Shipped;
using Xunit;

namespace NaccsCert.WindowsSdk.Tests;

/// <summary>What the module does when a function of Windows fails, from the code of the assemblies that ship.</summary>
public sealed class ErrorHandlingTests
{
    /// <summary>They read the number that the runtime has kept; in between, nothing may call Windows again.</summary>
    private static readonly string[] Readers = ["GetLastWin32Error", "GetLastPInvokeError"];

    [Fact]
    public void Every_function_is_called() =>
        Assert.Equal([], WindowsFunctions.All.Except(WindowsFunctions.Calls.Select(call => call.Function)).Select(ShippedModules.Describe));

    [Fact]
    public void No_result_is_thrown_away() =>
        Assert.Equal(
            [],
            WindowsFunctions.Calls
                .Where(call => call.Caller.Body.Instructions[call.Position + 1].OpCode == OpCodes.Pop)
                .Select(Describe));

    [Fact]
    public void An_error_number_is_read_before_anything_else_happens_and_kept_only_where_it_is_read() =>
        Assert.Equal(
            [],
            WindowsFunctions.Calls
                .Where(call => call.Function.ImplMap.SupportsLastError != (NextUse(call.Caller, call.Position) is { } next && IsReader(next)))
                .Select(Describe));

    [Fact]
    public void No_error_number_is_read_that_no_function_has_left()
    {
        IEnumerable<MethodDef> readers = ShippedModules.Methods.Where(
            method => method.DeclaringType.Namespace == "NaccsCert.Windows" && method.Body.Instructions.Any(IsReader));
        Assert.All(readers, method => Assert.Equal(
            WindowsFunctions.Calls.Count(call => call.Caller == method && call.Function.ImplMap.SupportsLastError),
            method.Body.Instructions.Count(IsReader)));
    }

    private static string Describe((MethodDef Caller, int Position, MethodDef Function) call) =>
        $"{call.Function.Name} in {ShippedModules.Describe(call.Caller)}";

    // The next thing that could change the number: a call, or what may run the initializer of a class. A handle answers
    // from memory.
    private static Instruction? NextUse(MethodDef caller, int position) =>
        caller.Body.Instructions.Skip(position + 1).FirstOrDefault(instruction =>
            (instruction.OpCode.FlowControl == FlowControl.Call || instruction.OpCode.Code is Code.Ldsfld or Code.Stsfld)
            && (instruction.Operand as IMethod)?.Name != "get_IsInvalid");

    private static bool IsReader(Instruction instruction) =>
        instruction.Operand is IMethod method
        && method.DeclaringType.FullName == typeof(Marshal).FullName
        && Readers.Contains(method.Name.String, StringComparer.Ordinal);
}
