using System.Collections.Generic;
using System.Linq;
using NaccsCert.Harnesses.Networks.Client;

namespace NaccsCert.Harnesses.Networks.Rows;

/// <summary>What is to come of the operations.</summary>
internal static class Expect
{
    /// <summary>Everything works.</summary>
    public static IReadOnlyDictionary<Operation, string> Success { get; } = new Dictionary<Operation, string>
    {
        [Operation.Enroll] = "Enrolled",
        [Operation.Renew] = "Renewed",
        [Operation.Connectivity] = "Passed",
        [Operation.Revocation] = "Passed",
    };

    /// <summary>Nothing works, for one reason.</summary>
    /// <param name="errorId">The error's id.</param>
    public static IReadOnlyDictionary<Operation, string> Failure(string errorId) =>
        Success.Keys.ToDictionary(operation => operation, _ => errorId);
}
