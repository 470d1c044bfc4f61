using System.Collections.Generic;

namespace NaccsCert.IO.Json;

/// <summary>The text of a JSON document, and what becomes of its problems: the first is thrown, or all are collected.</summary>
/// <param name="text">The text.</param>
/// <param name="problems">Takes the problems; null to throw the first.</param>
internal sealed class JsonSource(string text, ICollection<JsonProblem>? problems)
{
    /// <summary>Reports a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="position">Where it is: the number of characters before it.</param>
    /// <exception cref="JsonFormatException">Problems are not collected.</exception>
    public void Report(JsonProblem problem, int position)
    {
        if (problems is null)
        {
            throw Error(problem, position);
        }

        problems.Add(Placed(problem, position));
    }

    /// <summary>The exception for a problem.</summary>
    public JsonFormatException Error(JsonProblem problem, int position) => new(Placed(problem, position));

    private JsonProblem Placed(JsonProblem problem, int position)
    {
        (int line, int start) = (1, 0);
        for (int index = 0; index < position; index++)
        {
            if (text[index] == '\n')
            {
                line++;
                start = index + 1;
            }
        }

        return problem with { Line = line, Column = position - start + 1 };
    }
}
