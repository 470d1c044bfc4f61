using System;
using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace NaccsCert.Tests.Fuzzing;

/// <summary>How many cases, and from which seed. A failure prints its seed; the variable makes a run begin with it.</summary>
internal static class FuzzSettings
{
    private const string SeedVariable = "NACCSCERT_FUZZ_SEED";
    private const string CasesVariable = "NACCSCERT_FUZZ_CASES";

    /// <summary>The seed of all properties; the same in every run unless set.</summary>
    public static ulong Seed { get; } = Number(SeedVariable, 20260615);

    /// <summary>The configuration of a property.</summary>
    /// <param name="cases">The number of cases, unless the environment sets another.</param>
    public static Config With(int cases) => Config.QuickThrowOnFailure
        .WithMaxTest(Cases(cases))
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None)));

    /// <summary>The number of cases of a property.</summary>
    /// <param name="usual">The number, unless the environment sets another.</param>
    public static int Cases(int usual) => (int)Number(CasesVariable, (ulong)usual);

    private static ulong Number(string variable, ulong usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : usual;
}
