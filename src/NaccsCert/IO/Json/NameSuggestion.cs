using System;
using System.Collections.Generic;
using System.Linq;

namespace NaccsCert.IO.Json;

/// <summary>Finds the name that was probably meant by a misspelt one.</summary>
internal static class NameSuggestion
{
    private const int MaxNameLength = 64;

    /// <summary>Finds the nearest name.</summary>
    /// <param name="name">What is written.</param>
    /// <param name="known">The names that there are.</param>
    /// <returns>The name; null when none is near: a third of its letters, or two, may be wrong.</returns>
    public static string? For(string name, IEnumerable<string> known) => name.Length > MaxNameLength
        ? null
        : known.Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= Math.Max(2, candidate.Name.Length / 3) && candidate.Distance < candidate.Name.Length)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();

    // Letters that are missing, too many, wrong, or have changed places (optimal string alignment).
    private static int Distance(string one, string other)
    {
        int[,] costs = new int[one.Length + 1, other.Length + 1];
        for (int row = 0; row <= one.Length; row++)
        {
            for (int column = 0; column <= other.Length; column++)
            {
                costs[row, column] = row == 0 || column == 0 ? row + column : Cost(costs, one, other, row, column);
            }
        }

        return costs[one.Length, other.Length];
    }

    private static int Cost(int[,] costs, string one, string other, int row, int column)
    {
        int wrong = one[row - 1] == other[column - 1] ? 0 : 1;
        int cost = Math.Min(Math.Min(costs[row - 1, column], costs[row, column - 1]) + 1, costs[row - 1, column - 1] + wrong);
        bool isSwap = row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1];
        return isSwap ? Math.Min(cost, costs[row - 2, column - 2] + 1) : cost;
    }
}
