using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert;

/// <summary>What LINQ and enumerations lack in .NET Framework.</summary>
internal static class Sequences
{
    public static IEnumerable<T> Order<T>(this IEnumerable<T> items, IComparer<T> comparer) => items.OrderBy(item => item, comparer);

    public static IEnumerable<T> SkipLast<T>(this IReadOnlyCollection<T> items, int count) => items.Take(items.Count - count);

    extension(Enum)
    {
        public static T[] GetValues<T>()
            where T : struct, Enum => (T[])Enum.GetValues(typeof(T));

        public static string[] GetNames<T>()
            where T : struct, Enum => Enum.GetNames(typeof(T));
    }
}
