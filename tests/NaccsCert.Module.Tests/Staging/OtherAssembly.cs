using System;
using System.Reflection;
using System.Reflection.Emit;

namespace NaccsCert.Module.Tests.Staging;

/// <summary>An assembly that bears a third-party assembly's name and has nothing else of it.</summary>
internal static class OtherAssembly
{
    /// <summary>Writes it, with the one method <c>[Other.Marker]::Speak()</c>, which answers <c>other</c>.</summary>
    public static void Save(string path)
    {
        var assembly = new PersistedAssemblyBuilder(
            new AssemblyName("BouncyCastle.Cryptography") { Version = new Version(9, 9, 9, 9) }, typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule("Other").DefineType("Other.Marker", TypeAttributes.Public);
        ILGenerator body = type
            .DefineMethod("Speak", MethodAttributes.Public | MethodAttributes.Static, typeof(string), Type.EmptyTypes)
            .GetILGenerator();
        body.Emit(OpCodes.Ldstr, "other");
        body.Emit(OpCodes.Ret);
        type.CreateType();
        assembly.Save(path);
    }
}
