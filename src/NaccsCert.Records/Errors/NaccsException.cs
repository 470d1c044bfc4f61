using System;

namespace NaccsCert;

/// <summary>
/// The one exception of this module: an identity, the thing it is about, and in the language of the session
/// what happened and who can do what about it. Its text never holds a code or a password, and no character that could steer a
/// console.
/// </summary>
public sealed class NaccsException : Exception
{
    /// <summary>Makes the exception for <paramref name="errorId"/>.</summary>
    /// <param name="errorId">The identity, which selects message and recommended action.</param>
    /// <param name="target">What the error is about: a host, a path, a thumbprint.</param>
    /// <param name="arguments">The values that the message speaks of, in the order of its placeholders.</param>
    public NaccsException(ErrorId errorId, string target, params object[] arguments)
        : this(errorId, target, null, arguments)
    {
    }

    /// <summary>Makes the exception for <paramref name="errorId"/> with its cause.</summary>
    /// <param name="errorId">The identity, which selects message and recommended action.</param>
    /// <param name="target">What the error is about: a host, a path, a thumbprint.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    /// <param name="arguments">The values that the message speaks of, in the order of its placeholders.</param>
    public NaccsException(ErrorId errorId, string target, Exception? innerException, params object[] arguments)
        : base(ErrorText.Message(errorId, target, arguments), ReadableException.From(innerException))
    {
        ErrorId = errorId;
        Target = ForeignText.ToMessage(target);
        RecommendedAction = ErrorText.RecommendedAction(errorId);
    }

    private NaccsException(NaccsException error, string message)
        : base(message, error)
    {
        ErrorId = error.ErrorId;
        Target = error.Target;
        RecommendedAction = error.RecommendedAction;
        RetryAfter = error.RetryAfter;
        EnrollmentId = error.EnrollmentId;
        CodeUse = error.CodeUse;
    }

    /// <summary>The stable identity.</summary>
    public ErrorId ErrorId { get; }

    /// <summary>What the error is about.</summary>
    public string Target { get; }

    /// <summary>What can be done about it, and by whom.</summary>
    public string RecommendedAction { get; }

    /// <summary>When the service said to come back (UTC); null when it did not.</summary>
    public DateTimeOffset? RetryAfter { get; init; }

    /// <summary>The unfinished enrollment that is kept for the next attempt; null when there is none.</summary>
    public string? EnrollmentId { get; init; }

    /// <summary>Whether the enrollment has used its authentication codes; null where no codes are concerned.</summary>
    public CodeUse? CodeUse { get; init; }

    /// <summary>The same error, told of an enrollment that is kept for the next attempt.</summary>
    /// <param name="enrollmentId">The journal entry.</param>
    /// <returns>A new exception with this one's identity, text and cause.</returns>
    public NaccsException ForEnrollment(string enrollmentId) => new(this, Message) { EnrollmentId = enrollmentId };

    /// <summary>The same error, with what it means for the authentication codes.</summary>
    /// <param name="codeUse">Whether they have been used.</param>
    /// <param name="message">What happened, and what became of the codes, in the language of the session.</param>
    /// <returns>A new exception with this one's identity, remedy and cause.</returns>
    public NaccsException ForCodes(CodeUse codeUse, string message) => new(this, message) { CodeUse = codeUse };

    /// <summary>The same error in other words, for example with the row of a list that it is about.</summary>
    /// <param name="message">What happened, in the language of the session.</param>
    /// <returns>A new exception with this one's identity, remedy and cause.</returns>
    public NaccsException WithMessage(string message) => new(this, message);
}
