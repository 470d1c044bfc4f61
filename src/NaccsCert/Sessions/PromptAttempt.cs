namespace NaccsCert.Sessions;

/// <summary>Which attempt it is at something that a person may get wrong.</summary>
/// <param name="Number">From 1.</param>
internal readonly record struct PromptAttempt(int Number)
{
    /// <summary>How many there are.</summary>
    public const int Max = 3;

    /// <summary>The first.</summary>
    public static PromptAttempt First { get; } = new(1);

    /// <summary>Whether there is such an attempt.</summary>
    public bool IsAllowed => Number <= Max;

    /// <summary>The one after it.</summary>
    public PromptAttempt Next => new(Number + 1);
}
