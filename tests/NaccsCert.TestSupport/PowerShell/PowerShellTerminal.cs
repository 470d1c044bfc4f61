using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.TestSupport.PowerShell;

/// <summary>Runs PowerShell at a pseudo-terminal of Linux, where its host asks as it asks a person.</summary>
internal static class PowerShellTerminal
{
    // No line is that long: a question that is wrapped would not be found.
    private const int Columns = 2000;

    // A terminal that is asked for the place of its cursor says it: who asks waits for that, and takes what comes instead (ECMA-48, CPR).
    private const string PositionRequest = @"\x1B\[6n";
    private const string PositionReport = "\x1B[1;1R";

    /// <summary>Runs PowerShell to its end, and answers its first question.</summary>
    /// <param name="arguments">The arguments of <c>pwsh</c>.</param>
    /// <param name="question">The end of the question, after which the answer is typed.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="home">Its home.</param>
    /// <param name="variables">Further environment variables.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <returns>What was on the terminal, with what was typed. Line ends are single line feeds.</returns>
    /// <exception cref="InvalidOperationException">It ended without the question. The message has what was on the terminal.</exception>
    public static Task<string> AnswerAsync(
        IEnumerable<string> arguments,
        string question,
        string answer,
        ScratchHome home,
        IReadOnlyDictionary<string, string?> variables,
        CancellationToken cancellationToken) =>
        ConverseAsync(arguments, [(question, answer + "\n")], home, variables, cancellationToken);

    /// <summary>Runs PowerShell to its end, and answers its questions in their order.</summary>
    /// <param name="arguments">The arguments of <c>pwsh</c>.</param>
    /// <param name="answers">The end of each question, and the keys that are typed after it.</param>
    /// <param name="home">Its home.</param>
    /// <param name="variables">Further environment variables.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <returns>As of <see cref="AnswerAsync"/>.</returns>
    /// <exception cref="InvalidOperationException">It ended before all questions. The message has what was on the terminal.</exception>
    public static async Task<string> ConverseAsync(
        IEnumerable<string> arguments,
        IEnumerable<(string Question, string Keys)> answers,
        ScratchHome home,
        IReadOnlyDictionary<string, string?> variables,
        CancellationToken cancellationToken)
    {
        using Process process = Process.Start(StartInfo(arguments, home, variables))!;
        await using CancellationTokenRegistration end = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        process.StandardInput.AutoFlush = true;
        var terminal = new StringBuilder();
        var left = new Queue<(string Question, string Keys)>(answers);
        char[] buffer = new char[1024];
        (int reported, int read) = (0, 0);
        for (int count = 1; count > 0;)
        {
            count = await process.StandardOutput.ReadAsync(buffer, cancellationToken);
            string text = terminal.Append(buffer, 0, count).ToString();
            for (int asked = Regex.Count(text, PositionRequest); reported < asked; reported++)
            {
                await process.StandardInput.WriteAsync(PositionReport);
            }

            if (left.TryPeek(out (string Question, string Keys) next) && text.IndexOf(next.Question, read, StringComparison.Ordinal) is >= 0 and int found)
            {
                read = found + next.Question.Length;
                left.Dequeue();
                await process.StandardInput.WriteAsync(next.Keys);
            }
        }

        await process.WaitForExitAsync(cancellationToken);
        return left.Count == 0 ? terminal.Replace("\r\n", "\n").ToString() : throw new InvalidOperationException(terminal.ToString());
    }

    private static ProcessStartInfo StartInfo(
        IEnumerable<string> arguments, ScratchHome home, IReadOnlyDictionary<string, string?> variables)
    {
        ProcessStartInfo start = PowerShellProgram.StartInfo(arguments);
        IReadOnlyList<string> atTerminal = PseudoTerminal.Arguments(Columns, [start.FileName, .. start.ArgumentList]);
        start.FileName = PseudoTerminal.Program;
        start.ArgumentList.Clear();
        foreach (string argument in atTerminal)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TERM"] = "dumb";
        PowerShellProgram.Prepare(start, home, variables);
        return start;
    }
}
