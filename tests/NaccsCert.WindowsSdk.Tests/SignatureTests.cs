using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using dnlib.DotNet;
using NaccsCert.WindowsSdk.Tests.Sdk;
using NaccsCert.WindowsSdk.Tests.Shipped;
using Xunit;

namespace NaccsCert.WindowsSdk.Tests;

/// <summary>Every declaration of a function of Windows, in the assemblies that ship, against the Windows SDK.</summary>
public sealed class SignatureTests
{
    public static TheoryData<string> Functions => [.. WindowsFunctions.All.Select(ShippedModules.Describe)];

    [Fact]
    public void Both_builds_declare_the_same_functions()
    {
        ILookup<string, string> builds = WindowsFunctions.All.ToLookup(
            ShippedModules.BuildOf, function => $"{function.ImplMap.Module.Name} {function.MethodSig}");
        Assert.Equal(["Core", "Desktop"], builds.Select(build => build.Key).Order(StringComparer.Ordinal));
        Assert.Equal(builds["Core"], builds["Desktop"]);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void The_DLL_exports_exactly_the_name_that_is_looked_up(string declaration)
    {
        MethodDef function = Find(declaration);
        Assert.Contains(function.ImplMap.Name.String, ImportLibrary.ExportsOf(function.ImplMap.Module.Name));
        Assert.True(function.ImplMap.IsNoMangle, "Without ExactSpelling, the runtime looks for another name first.");
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Result_and_arguments_are_those_of_the_header(string declaration)
    {
        MethodDef function = Find(declaration);
        IReadOnlyList<Prototype> prototypes = Prototype.Of(function.ImplMap.Name);
        Assert.NotEmpty(prototypes);
        Assert.All(prototypes, prototype =>
        {
            Assert.True(prototype.Returns.Takes(PassedType.OfResult(function)), $"The result is {prototype.Returns}.");
            Assert.Equal(prototype.Parameters.Count, function.Parameters.Count);
            Assert.All(prototype.Parameters.Zip(function.Parameters), pair =>
            {
                AbiType passed = PassedType.Of(pair.Second, function);
                Assert.True(pair.First.Type.Takes(passed), $"{pair.Second.Name} is {pair.First.Type}, and {passed} is passed.");
                Assert.Equal(pair.First.Direction, PassedType.DirectionOf(pair.Second) ?? pair.First.Direction);
            });
        });
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void The_DLL_comes_from_the_folder_of_Windows_and_is_called_as_Windows_does(string declaration)
    {
        MethodDef function = Find(declaration);
        CustomAttribute paths = function.CustomAttributes.Find(typeof(DefaultDllImportSearchPathsAttribute).FullName);
        Assert.Equal((int)DllImportSearchPath.System32, Assert.Single(paths.ConstructorArguments).Value);
        Assert.True(function.ImplMap.IsCallConvWinapi);
        Assert.True(function.IsPreserveSig, "Otherwise the result is taken for an HRESULT.");
    }

    private static MethodDef Find(string declaration) =>
        WindowsFunctions.All.Single(function => ShippedModules.Describe(function) == declaration);
}
