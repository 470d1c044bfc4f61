namespace NaccsCert.Tests.Fuzzing.Parsers;

/// <content>What looks at certificates as they came is Mono's here, and not that of .NET Framework.</content>
internal static partial class ParserSet
{
    private static Parser[] WithThePlatform => [];
}
