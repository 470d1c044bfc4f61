using System;
using dnlib.DotNet;
using NaccsCert.WindowsSdk.Tests.Sdk;

namespace NaccsCert.WindowsSdk.Tests.Shipped;

/// <summary>What the runtime makes of a managed type on its way to a function of Windows.</summary>
internal static class PassedType
{
    /// <summary>What is returned.</summary>
    public static AbiType OfResult(MethodDef function) => Of(function.ReturnType, function.Parameters.ReturnParameter.ParamDef, function);

    /// <summary>What is passed for a parameter.</summary>
    public static AbiType Of(Parameter parameter, MethodDef function) => Of(parameter.Type, parameter.ParamDef, function);

    /// <summary>Which way the content of a parameter goes; null where only the function can tell.</summary>
    public static Direction? DirectionOf(Parameter parameter)
    {
        if (!parameter.Type.IsByRef)
        {
            return null;
        }

        if (parameter.ParamDef.IsOut)
        {
            return Direction.Out;
        }

        return parameter.ParamDef.IsIn ? Direction.In : Direction.Both;
    }

    private static AbiType Of(TypeSig type, ParamDef? parameter, MethodDef function) => type.ElementType switch
    {
        ElementType.Void => new AbiType(AbiType.Void, 0),
        ElementType.Boolean => Boolean(parameter?.MarshalType?.NativeType),
        ElementType.I1 or ElementType.U1 => new AbiType(AbiType.Bytes(1), 0),
        ElementType.I2 or ElementType.U2 => new AbiType(AbiType.Bytes(2), 0),
        ElementType.I4 or ElementType.U4 => new AbiType(AbiType.Bytes(4), 0),
        ElementType.I8 or ElementType.U8 => new AbiType(AbiType.Bytes(8), 0),
        ElementType.I or ElementType.U => new AbiType(AbiType.Anything, 1),
        ElementType.String => new AbiType(function.ImplMap.IsCharSetUnicode ? AbiType.WideCharacter : AbiType.Bytes(1), 1),
        ElementType.ByRef or ElementType.Ptr or ElementType.SZArray => PointerTo(Of(type.Next, null, function)),
        ElementType.ValueType when type.ToTypeDefOrRef().ResolveTypeDef() is { IsEnum: true } list =>
            Of(list.GetEnumUnderlyingType(), null, function),
        ElementType.Class when IsSafeHandle(type.ToTypeDefOrRef()) => new AbiType(AbiType.Void, 1),
        _ => throw new NotSupportedException($"How {type} is passed is not known here; a structure needs its size and offsets compared."),
    };

    private static AbiType PointerTo(AbiType type) => type with { Pointers = type.Pointers + 1 };

    // The runtime's own choice is that of Windows, four bytes; that of C++ and COM have to be asked for.
    private static AbiType Boolean(NativeType? asked) => asked switch
    {
        null or NativeType.Boolean => new AbiType(AbiType.Bytes(4), 0),
        NativeType.VariantBool => new AbiType(AbiType.Bytes(2), 0),
        _ => new AbiType(AbiType.Bytes(1), 0),
    };

    private static bool IsSafeHandle(ITypeDefOrRef? type)
    {
        while (type is TypeDef definition)
        {
            type = definition.BaseType;
        }

        return type?.FullName.StartsWith("Microsoft.Win32.SafeHandles.Safe", StringComparison.Ordinal) == true
            || type?.FullName == "System.Runtime.InteropServices.SafeHandle";
    }
}
