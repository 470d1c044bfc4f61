using System;
using System.Management.Automation;
using System.Security;
using System.Threading;
using System.Threading.Tasks;

namespace NaccsCert.PSHost.Prompts;

/// <summary>
/// Takes answers from the terminal or, where standard input is redirected, from its lines. Never waits in a
/// non-interactive session, nor past the end of the input, nor after the session was stopped.
/// </summary>
/// <param name="nonInteractive">Whether every read is refused.</param>
/// <param name="stopped">Ends a wait: the thread that reads cannot be interrupted, so it is left behind.</param>
internal sealed class LineReader(bool nonInteractive, CancellationToken stopped)
{
    /// <summary>Reads one line, without its end.</summary>
    /// <exception cref="PSInvalidOperationException">The session is non-interactive, or the input has ended.</exception>
    /// <exception cref="PipelineStoppedException">The session was stopped while it waited.</exception>
    public string Read() => Await(Console.In.ReadLine);

    /// <summary>Reads one line that a terminal shows as asterisks.</summary>
    /// <exception cref="PSInvalidOperationException">The session is non-interactive, or the input has ended.</exception>
    /// <exception cref="PipelineStoppedException">The session was stopped while it waited.</exception>
    public SecureString ReadMasked() =>
        Terminal.HasInput ? Await(MaskedLine.Read) : MaskedLine.Protect(Await(Console.In.ReadLine));

    /// <summary>To be called before a question is shown that nobody could answer.</summary>
    /// <exception cref="PSInvalidOperationException">The session is non-interactive.</exception>
    public void RequireInteractive()
    {
        if (nonInteractive)
        {
            throw new PSInvalidOperationException("The session is non-interactive: nothing can be read or asked.");
        }
    }

    private T Await<T>(Func<T?> read)
        where T : class
    {
        RequireInteractive();
        Task<T?> answer = Task.Run(read, CancellationToken.None);
        try
        {
            answer.Wait(stopped);
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }

        return answer.Result
            ?? throw new PSInvalidOperationException("Standard input ended before the question was answered.");
    }
}
